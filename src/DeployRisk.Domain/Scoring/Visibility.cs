using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Which questions a release is asked, and which of them may be set aside.</summary>
public static class Visibility
{
    /// <summary>The questions shown for this form and context, in the order of the questionnaire.</summary>
    public static IReadOnlyList<Question> ShownQuestions(Questionnaire questionnaire, AssessmentForm form, ReleaseContext context)
    {
        var values = questionnaire.Compiled.Slots.Fill(context);
        return [.. questionnaire.Questions.Where(question => questionnaire.Compiled[question].IsShown(form, values))];
    }

    /// <summary>
    /// Whether the question is shown: it belongs to the form, and its condition holds or reads a context question
    /// that is not answered yet.
    /// </summary>
    public static bool IsShown(Questionnaire questionnaire, Question question, AssessmentForm form, ReleaseContext context) =>
        questionnaire.Compiled[question].IsShown(form, questionnaire.Compiled.Slots.Fill(context));

    /// <summary>Whether "not applicable" is accepted for the question, given the context and the other answers.</summary>
    public static bool MayBeNotApplicable(Questionnaire questionnaire, Question question, AnswerSheet sheet)
    {
        var reading = Reading.Of(questionnaire, sheet, ScoringMode.Partial);
        return !reading.Compiled(question).IsRefused(reading.Values);
    }

    /// <summary>What in this context refuses "not applicable"; null when nothing does, or the question never accepts it.</summary>
    public static Condition? WhyNotApplicableIsRefused(Questionnaire questionnaire, Question question, AnswerSheet sheet)
    {
        int? Level(string id) => sheet.Context.Level(id) ?? (sheet[id] as Answer.AtLevel)?.Level;
        return question.NotApplicable?.RefusedWhen is { } refused && Conditions.Holds(refused, Level, sheet.Context)
            ? Conditions.Holding(refused, Level, sheet.Context)
            : null;
    }
}
