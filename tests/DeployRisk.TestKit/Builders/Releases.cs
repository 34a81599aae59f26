using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.TestKit.Builders;

/// <summary>Releases with a complete context of the built-in questionnaire.</summary>
public static class Releases
{
    /// <summary>A release with every level of the context at <paramref name="level"/> and "none of these" chosen.</summary>
    public static Release Of(string name = "1.0.0", AssessmentForm form = AssessmentForm.Full, int level = 1) =>
        new(name, new DateOnly(2026, 3, 20), form, Context(level));

    public static ReleaseContext Context(int level = 1)
    {
        var questions = BuiltIn.Questionnaire.Context;
        return new ReleaseContext(
            questions.Where(question => question.Kind == ContextQuestionKind.Level).ToDictionary(question => question.Id, _ => level),
            questions.Where(question => question.Kind == ContextQuestionKind.Multiple).ToDictionary(question => question.Id, Nothing));
    }

    private static IReadOnlyList<string> Nothing(ContextQuestion question) =>
        [(question.Options.FirstOrDefault(option => option.Exclusive) ?? question.Options[0]).Id];
}
