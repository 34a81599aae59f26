using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores.People;

/// <summary>An assessment with what one did in it oneself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Product">The name of its product; null when one may not read that any more.</param>
/// <param name="Release">The name of its release; null when one may not read that any more.</param>
/// <param name="State">How far it is.</param>
/// <param name="StartedAt">When one started it, UTC; null when somebody else did.</param>
/// <param name="SubmittedAt">When one submitted it, UTC; null when nobody or somebody else did.</param>
/// <param name="WithdrawnAt">When one withdrew it, UTC; null when nobody or somebody else did.</param>
/// <param name="Answers">The answers that one gave, as they stand now.</param>
/// <param name="Notes">What one wrote at questions.</param>
/// <param name="OtherRisks">What one wrote about other risks of categories.</param>
public sealed record OwnAssessment(
    Guid Id,
    string? Product,
    string? Release,
    AssessmentState State,
    DateTimeOffset? StartedAt,
    DateTimeOffset? SubmittedAt,
    DateTimeOffset? WithdrawnAt,
    IReadOnlyList<OwnAnswer> Answers,
    IReadOnlyList<OwnText> Notes,
    IReadOnlyList<OwnText> OtherRisks)
{
    /// <summary>Whether there is nothing of the person's in it after all.</summary>
    internal bool IsEmpty => (StartedAt ?? SubmittedAt ?? WithdrawnAt) is null && Answers.Count + Notes.Count + OtherRisks.Count == 0;
}
