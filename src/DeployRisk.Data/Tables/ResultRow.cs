using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Tables;

/// <summary>What lists and charts read of a submission, and the whole result beside it.</summary>
internal sealed class ResultRow
{
    /// <summary>Longest version of a questionnaire, in characters.</summary>
    public const int MaxVersionLength = 50;

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    public required AssessmentId AssessmentId { get; init; }

    public required Verdict Verdict { get; init; }

    public required int Tier { get; init; }

    /// <summary>Go needed this readiness, 0-100.</summary>
    public required int GoLine { get; init; }

    /// <summary>No category was to be below this, 0-100.</summary>
    public required int FloorLine { get; init; }

    /// <summary>Readiness below this was a No-go, 0-100.</summary>
    public required int NoGoLine { get; init; }

    public required double? Readiness { get; init; }

    public required double? Potential { get; init; }

    public required double Coverage { get; init; }

    public required string QuestionnaireVersion { get; init; }

    public required string QuestionnaireHash { get; init; }

    /// <summary>Score card, recommendations and shortest path, as <see cref="Results.ResultDocument"/> writes them.</summary>
    public required byte[] Document { get; init; }

    public List<CategoryResultRow> Categories { get; init; } = [];

    public VerdictLines Lines => new(GoLine, FloorLine, NoGoLine);
}
