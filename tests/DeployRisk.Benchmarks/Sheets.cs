using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Benchmarks;

/// <summary>Answer sheets to measure with: the same on every machine.</summary>
internal static class Sheets
{
    /// <summary>Every question of the full form at the same answer, in the most demanding context.</summary>
    public static AnswerSheet Uniform(Questionnaire questionnaire, Answer answer) => new(
        AssessmentForm.Full,
        ContextOf(questionnaire, static question => question.Options.Count - 1, static _ => true),
        questionnaire.Questions.ToDictionary(question => question.Id, _ => answer));

    /// <summary>A random context and random answers: of ten about one unknown, one set aside where that is allowed, the rest levels.</summary>
    public static AnswerSheet Random(Questionnaire questionnaire, int seed)
    {
        var random = new Random(seed);
        var context = ContextOf(questionnaire, question => random.Next(question.Options.Count), _ => random.Next(2) == 0);
        return new AnswerSheet(
            AssessmentForm.Full,
            context,
            questionnaire.Questions.ToDictionary(question => question.Id, question => RandomAnswer(question, random)));
    }

    private static Answer RandomAnswer(Question question, Random random) => random.Next(10) switch
    {
        0 => Answer.DontKnow,
        1 when question.NotApplicable is not null => new Answer.NotApplicable("Not part of this release."),
        _ => new Answer.AtLevel(random.Next(Question.LevelCount)),
    };

    private static ReleaseContext ContextOf(Questionnaire questionnaire, Func<ContextQuestion, int> option, Func<ContextOption, bool> chosen) => new(
        questionnaire.Context
            .Where(question => question.Kind == ContextQuestionKind.Level)
            .ToDictionary(question => question.Id, question => int.Parse(question.Options[option(question)].Id, CultureInfo.InvariantCulture)),
        questionnaire.Context
            .Where(question => question.Kind == ContextQuestionKind.Multiple)
            .ToDictionary(
                question => question.Id,
                IReadOnlyList<string> (question) => [.. question.Options.Where(one => !one.Exclusive && chosen(one)).Select(one => one.Id)]));
}
