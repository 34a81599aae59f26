namespace DeployRisk.Domain.Questionnaires;

/// <summary>A question about the release itself: it sets the bar and decides what is asked, and never adds points.</summary>
public sealed record ContextQuestion
{
    /// <summary>The id, for example <c>CTX-1</c>.</summary>
    public required string Id { get; init; }

    public required ContextQuestionKind Kind { get; init; }

    /// <summary>Its short name, for example "Criticality".</summary>
    public required LocalizedText Title { get; init; }

    public required LocalizedText Text { get; init; }

    public required IReadOnlyList<ContextOption> Options { get; init; }

    /// <summary>Whether it may be pre-filled from the product's last assessment.</summary>
    public required bool Prefill { get; init; }

    /// <summary>What the answer is used for, in words.</summary>
    public required LocalizedText Effect { get; init; }

    public required IReadOnlyList<string> ArticlePoints { get; init; }
}
