using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Scoring;

/// <summary>The whole result of scoring one answer sheet: everything that anyone looks at is this, stored.</summary>
public sealed record ScoreCard
{
    public required string QuestionnaireId { get; init; }

    public required string QuestionnaireVersion { get; init; }

    /// <summary>SHA-256 of the questionnaire scored with, lower-case hexadecimal.</summary>
    public required string QuestionnaireHash { get; init; }

    public required AssessmentForm Form { get; init; }

    public required ScoringMode Mode { get; init; }

    /// <summary>Tier of inherent risk, 0-4.</summary>
    public required int Tier { get; init; }

    /// <summary>The lines that it was judged by, those of the tier.</summary>
    public required VerdictLines Lines { get; init; }

    /// <summary>Whether readiness is held against the lines: of a partial card only once enough was asked.</summary>
    public bool LinesApply { get; init; } = true;

    /// <summary>0-100 with unknowns at 0; null when nothing was asked.</summary>
    public required decimal? Readiness { get; init; }

    /// <summary>0-100 with unknowns at 100; null when nothing was asked.</summary>
    public required decimal? Potential { get; init; }

    /// <summary>Share of the applicable weight with a level, 0-1.</summary>
    public required decimal Coverage { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The reasons of the verdict, decisive ones first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>All categories by risk, largest first; ties in the order of the questionnaire.</summary>
    public required IReadOnlyList<CategoryScore> Categories { get; init; }

    /// <summary>Gates that are open, unverified or waived, warnings included, in the order of the questionnaire.</summary>
    public required IReadOnlyList<GateFinding> Gates { get; init; }

    /// <summary>Points lost by every asked question, largest first; ties in the order of the questionnaire.</summary>
    public required IReadOnlyList<Contribution> Contributions { get; init; }

    /// <summary>How scoring saw each question, hidden ones included.</summary>
    public required IReadOnlyDictionary<string, QuestionState> States { get; init; }

    /// <summary>Whether the form had the question: no for one that was hidden, or that its version did not have.</summary>
    public bool Shows(string questionId) => States.TryGetValue(questionId, out var state) && state != QuestionState.Hidden;
}
