namespace DeployRisk.Domain.Assessments;

/// <summary>Risks of a category that no question asks about, in the team's words.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Text">At most <see cref="MaxLength"/> characters; empty only while earlier texts are kept.</param>
/// <param name="Written">Who wrote it last, and when.</param>
public sealed record OtherRisks(string CategoryId, string Text, Moment Written)
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Texts that were replaced unseen, oldest first.</summary>
    public IReadOnlyList<EarlierText> Earlier { get; init; } = [];
}
