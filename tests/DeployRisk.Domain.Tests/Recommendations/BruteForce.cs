using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Tests.Recommendations;

/// <summary>The shortest path by trying every set of raises: slow, and plainly right.</summary>
internal static class BruteForce
{
    public static IReadOnlyList<PathStep>? ShortestPath(Questionnaire questionnaire, AnswerSheet sheet)
    {
        (decimal Effort, int Count, IReadOnlyList<PathStep> Steps)? best = null;
        foreach (var raises in Raises(questionnaire, sheet, 0))
        {
            var answers = sheet.Answers.ToDictionary();
            foreach (var raise in raises)
            {
                answers[raise.QuestionId] = new Answer.AtLevel(raise.To);
            }

            var key = (Effort: raises.Sum(raise => raise.EffortDays), raises.Count, Steps: raises);
            if (IsBetter(key, best, questionnaire)
                && Scorer.Score(questionnaire, sheet with { Answers = answers }, ScoringMode.Submission).Verdict == Verdict.Go)
            {
                best = key;
            }
        }

        return best?.Steps;
    }

    private static IEnumerable<List<PathStep>> Raises(Questionnaire questionnaire, AnswerSheet sheet, int index)
    {
        if (index == questionnaire.Questions.Count)
        {
            yield return [];
            yield break;
        }

        var question = questionnaire.Questions[index];
        int? from = sheet[question.Id] is Answer.AtLevel at ? at.Level : null;
        foreach (var rest in Raises(questionnaire, sheet, index + 1))
        {
            yield return rest;
            for (var to = (from ?? 0) + 1; to <= Question.TopLevel; to++)
            {
                var effort = (to - (from ?? 0)) * questionnaire.Rules.EffortDays[question.Effort];
                yield return [new PathStep(question.Id, from, to, effort), .. rest];
            }
        }
    }

    private static bool IsBetter(
        (decimal Effort, int Count, IReadOnlyList<PathStep> Steps) one,
        (decimal Effort, int Count, IReadOnlyList<PathStep> Steps)? other,
        Questionnaire questionnaire)
    {
        if (other is not { } best)
        {
            return true;
        }

        if (one.Effort != best.Effort)
        {
            return one.Effort < best.Effort;
        }

        if (one.Count != best.Count)
        {
            return one.Count < best.Count;
        }

        foreach (var (a, b) in one.Steps.Zip(best.Steps))
        {
            var order = questionnaire.Question(a.QuestionId).Order.CompareTo(questionnaire.Question(b.QuestionId).Order);
            if (order != 0 || a.To != b.To)
            {
                return order < 0 || (order == 0 && a.To < b.To);
            }
        }

        return false;
    }
}
