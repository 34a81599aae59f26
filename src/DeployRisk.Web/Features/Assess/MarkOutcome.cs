using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>What became of answering the rest with "I don't know".</summary>
public abstract record MarkOutcome
{
    private MarkOutcome()
    {
    }

    /// <summary>These questions are answered "I don't know" now.</summary>
    public sealed record Marked(IReadOnlyList<string> QuestionIds) : MarkOutcome;

    public sealed record Refused(Refusal Why) : MarkOutcome;
}
