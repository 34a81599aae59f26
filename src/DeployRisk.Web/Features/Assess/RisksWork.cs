using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>The other risks of a category as they stand on the page.</summary>
public sealed record RisksWork
{
    public static RisksWork Untouched { get; } = new();

    /// <summary>The text as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The stored text that what is typed replaces.</summary>
    public string Base { get; init; } = "";

    /// <summary>Texts that somebody replaced unseen.</summary>
    public IReadOnlyList<EarlierText> Earlier { get; init; } = [];

    /// <summary>Why the last change was not taken; null when it was.</summary>
    public Refusal? Refused { get; init; }

    public bool HasUnsavedText => Text != Base;

    public static RisksWork Of(OtherRisks? risks) =>
        risks is null ? Untouched : new RisksWork { Text = risks.Text, Base = risks.Text, Earlier = risks.Earlier };
}
