using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.History;

/// <summary>What moved between two assessments of a product.</summary>
public sealed record Comparison
{
    public required Verdict VerdictBefore { get; init; }

    public required Verdict VerdictNow { get; init; }

    /// <summary>0-100; null when nothing was asked.</summary>
    public required decimal? ReadinessBefore { get; init; }

    /// <summary>0-100; null when nothing is asked.</summary>
    public required decimal? ReadinessNow { get; init; }

    /// <summary>The categories of either side, in the order of the questionnaire.</summary>
    public required IReadOnlyList<CategoryChange> Categories { get; init; }

    /// <summary>
    /// Every question whose answer or share moved, the largest movement first. Their gains sum to
    /// <see cref="Change"/> when both sides have a readiness.
    /// </summary>
    public required IReadOnlyList<QuestionChange> Questions { get; init; }

    /// <summary>Context answers that are lower than before, in the order of the questionnaire.</summary>
    public required IReadOnlyList<LowerContext> LowerContext { get; init; }

    /// <summary>Whether the two were scored with different questionnaires.</summary>
    public required bool QuestionnaireDiffers { get; init; }

    /// <summary>
    /// The change in its two parts; null when the questionnaire is the same, when one side has no readiness, or when
    /// the newer side's version is not at hand to score with.
    /// </summary>
    public required VersionSplit? Split { get; init; }

    /// <summary>Questions that only the older version has.</summary>
    public required IReadOnlyList<string> OnlyBefore { get; init; }

    /// <summary>Questions that only the newer version has.</summary>
    public required IReadOnlyList<string> OnlyNow { get; init; }

    /// <summary>The difference of readiness, -100 to 100; null when one side has none.</summary>
    public decimal? Change => ReadinessNow - ReadinessBefore;

    /// <summary>The questions whose answer moved, the largest movement first.</summary>
    public IEnumerable<QuestionChange> Moved => Questions.Where(question => question.AnswerMoved);

    /// <summary>Points that come from questions with the same answer, because their share of the whole is another.</summary>
    public decimal Reweighted => Questions.Where(question => !question.AnswerMoved).Sum(question => question.Gain);
}
