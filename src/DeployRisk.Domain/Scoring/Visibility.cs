using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Which questions a release is asked, and which of them may be set aside.</summary>
public static class Visibility
{
    /// <summary>The questions shown for this form and context, in the order of the questionnaire.</summary>
    public static IReadOnlyList<Question> ShownQuestions(Questionnaire questionnaire, AssessmentForm form, ReleaseContext context) =>
        [.. questionnaire.Questions.Where(question => IsShown(questionnaire, question, form, context))];

    /// <summary>
    /// Whether the question is shown: it belongs to the form, and its condition holds or reads a context question
    /// that is not answered yet.
    /// </summary>
    public static bool IsShown(Questionnaire questionnaire, Question question, AssessmentForm form, ReleaseContext context) =>
        IsVisible(question, context) && (form == AssessmentForm.Full || BelongsToShortForm(questionnaire, question, context));

    /// <summary>Whether "not applicable" is accepted for the question, given the context and the other answers.</summary>
    public static bool MayBeNotApplicable(Questionnaire questionnaire, Question question, AnswerSheet sheet)
    {
        if (question.NotApplicable is not { } rule)
        {
            return false;
        }

        var reading = Reading.Of(questionnaire, sheet, ScoringMode.Partial);
        return rule.RefusedWhen is null || !Conditions.Holds(rule.RefusedWhen, reading.LevelForConditions, sheet.Context);
    }

    private static bool IsVisible(Question question, ReleaseContext context) =>
        question.VisibleWhen is not { } condition
        || Conditions.Holds(condition, context.Level, context)
        || condition.Reads().Any(id => !context.IsAnswered(id));

    private static bool BelongsToShortForm(Questionnaire questionnaire, Question question, ReleaseContext context) =>
        question.Core || question.Gates.Any(gate =>
            gate.Effect != GateEffect.Warning && Conditions.CanHold(gate.When, questionnaire, context));
}
