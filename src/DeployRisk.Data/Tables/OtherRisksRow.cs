using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Tables;

internal sealed class OtherRisksRow
{
    public required AssessmentId AssessmentId { get; init; }

    public required string CategoryId { get; init; }

    public string Text { get; set; } = "";

    /// <summary>Texts that were replaced unseen, as JSON (<see cref="EarlierTextsJson"/>).</summary>
    public string? Earlier { get; set; }

    public UserId WrittenBy { get; set; }

    public DateTimeOffset WrittenAt { get; set; }
}
