namespace DeployRisk.Domain.Assessments;

/// <summary>Risks of a category that no question asks about, in the team's words.</summary>
/// <param name="CategoryId">The category.</param>
/// <param name="Text">1-<see cref="MaxLength"/> characters.</param>
/// <param name="Written">Who wrote it last, and when.</param>
public sealed record OtherRisks(string CategoryId, string Text, Moment Written)
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxLength = 10_000;
}
