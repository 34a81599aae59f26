using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Tests.Builders;

/// <summary>Answer sheets in one line: levels as numbers, "?" for unknown, "-" for not applicable.</summary>
internal static class Sheet
{
    public static AnswerSheet Of(params (string Id, object Answer)[] answers) => Of(AssessmentForm.Full, Context(), answers);

    public static AnswerSheet Of(ReleaseContext context, params (string Id, object Answer)[] answers) =>
        Of(AssessmentForm.Full, context, answers);

    public static AnswerSheet Of(AssessmentForm form, ReleaseContext context, params (string Id, object Answer)[] answers) =>
        new(form, context, answers.ToDictionary(pair => pair.Id, pair => AnswerOf(pair.Answer)));

    public static ReleaseContext Context(params (string Id, int Level)[] levels) => Context([], levels);

    public static ReleaseContext Context(string[] touches, params (string Id, int Level)[] levels) => new(
        levels.ToDictionary(pair => pair.Id, pair => pair.Level),
        touches.Length == 0
            ? new Dictionary<string, IReadOnlyList<string>>()
            : new Dictionary<string, IReadOnlyList<string>> { ["CTX-9"] = touches });

    private static Answer AnswerOf(object answer) => answer switch
    {
        int level => new Answer.AtLevel(level),
        "?" => Answer.DontKnow,
        "-" => new Answer.NotApplicable("does not apply"),
        _ => throw new ArgumentException($"What is {answer}?", nameof(answer)),
    };
}
