namespace DeployRisk.Domain.Assessments;

/// <summary>The state of one question: five states, never merged (hidden is not an answer but follows from the context).</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>"I don't know": asked, and nobody in the room knows.</summary>
    public static Answer DontKnow { get; } = new Unknown();

    /// <summary>Not asked yet.</summary>
    public static Answer None { get; } = new Unanswered();

    /// <summary>The highest level (0-4) that is wholly true for this release.</summary>
    public sealed record AtLevel(int Level) : Answer;

    public sealed record Unknown : Answer;

    /// <summary>The question does not apply, for the reason given (required, 1-<see cref="MaxReasonLength"/> characters).</summary>
    public sealed record NotApplicable(string Reason) : Answer
    {
        public const int MaxReasonLength = 2000;
    }

    public sealed record Unanswered : Answer;
}
