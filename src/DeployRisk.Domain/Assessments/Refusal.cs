namespace DeployRisk.Domain.Assessments;

/// <summary>Why an assessment did not do what was asked of it.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>There is no such assessment; a draft may have been discarded meanwhile.</summary>
    public sealed record Missing : Refusal;

    /// <summary>Who acts may not do this with the product, or not any more.</summary>
    public sealed record NotAllowed : Refusal;

    /// <summary>It is submitted and cannot be changed.</summary>
    public sealed record AlreadySubmitted(DateTimeOffset At, UserId By) : Refusal;

    /// <summary>It was withdrawn and cannot be changed.</summary>
    public sealed record AlreadyWithdrawn(DateTimeOffset At, UserId By) : Refusal;

    /// <summary>It is still a draft: there is nothing to withdraw.</summary>
    public sealed record NotSubmitted : Refusal;

    /// <summary>Only the given person may do this.</summary>
    public sealed record NotPermitted(UserId Only) : Refusal;

    /// <summary>It could be withdrawn until the given time.</summary>
    public sealed record TooLate(DateTimeOffset Until) : Refusal;

    /// <summary>Context questions without an answer, in the order of the questionnaire.</summary>
    public sealed record ContextIncomplete(IReadOnlyList<string> ContextIds) : Refusal;

    /// <summary>Shown questions without an answer, in the order of the questionnaire.</summary>
    public sealed record StillUnanswered(IReadOnlyList<string> QuestionIds) : Refusal;

    /// <summary>Somebody else changed the release or its context meanwhile.</summary>
    public sealed record ReleaseChanged : Refusal;

    /// <summary>The question may not be set aside, or not in this context.</summary>
    public sealed record NotApplicableRefused : Refusal;

    /// <summary>"Not applicable" needs a reason.</summary>
    public sealed record ReasonMissing : Refusal;

    /// <summary>A text has more characters than it may.</summary>
    public sealed record TooLong(int Max) : Refusal;

    /// <summary>There are more evidence links than there may be.</summary>
    public sealed record TooManyLinks(int Max) : Refusal;

    /// <summary>The text is not an absolute http or https address, or is too long for one.</summary>
    public sealed record NotALink(string Text) : Refusal;
}
