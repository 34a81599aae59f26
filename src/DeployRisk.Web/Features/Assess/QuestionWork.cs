using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>One question as it stands on the page: what is answered, and what is being typed.</summary>
public sealed record QuestionWork
{
    public static QuestionWork Untouched { get; } = new();

    public Answer Answer { get; init; } = Answer.None;

    /// <summary>Whether "not applicable" is chosen; it is an answer only once there is a reason.</summary>
    public bool SettingAside { get; init; }

    /// <summary>The reason as typed.</summary>
    public string Reason { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>The evidence links as typed, unfinished ones included.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Why the last change was not taken; null when it was.</summary>
    public Refusal? Refused { get; init; }

    public bool IsReasonMissing => SettingAside && string.IsNullOrWhiteSpace(Reason);

    public static QuestionWork Of(AnswerEntry entry) => new()
    {
        Answer = entry.Answer,
        SettingAside = entry.Answer is Answer.NotApplicable,
        Reason = entry.Answer is Answer.NotApplicable { Reason: var reason } ? reason : "",
        Note = entry.Note,
        Evidence = entry.Evidence,
    };
}
