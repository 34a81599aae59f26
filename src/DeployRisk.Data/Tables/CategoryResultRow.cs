using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Tables;

/// <summary>The readiness of one category of a submission. Rows and not ten columns: another questionnaire has other categories.</summary>
internal sealed class CategoryResultRow
{
    /// <summary>Longest id of a category, in characters.</summary>
    public const int MaxCategoryIdLength = 100;

    public required AssessmentId AssessmentId { get; init; }

    public required string CategoryId { get; init; }

    /// <summary>0-100; null when nothing was asked.</summary>
    public required double? Readiness { get; init; }
}
