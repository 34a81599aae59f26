namespace DeployRisk.Domain.Questionnaires;

/// <summary>One readiness question with its five observable levels.</summary>
public sealed record Question
{
    /// <summary>Number of levels of every question; the top level is <c>LevelCount - 1</c>.</summary>
    public const int LevelCount = 5;

    /// <summary>The highest level.</summary>
    public const int TopLevel = LevelCount - 1;

    /// <summary>Weights are whole numbers from 1 to this one.</summary>
    public const int MaxWeight = 5;

    /// <summary>The id, for example <c>AVA-2</c>; unique in the questionnaire.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the questionnaire, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The id of its category, for example <c>availability</c>.</summary>
    public required string CategoryId { get; init; }

    /// <summary>Whether the question belongs to every short form.</summary>
    public required bool Core { get; init; }

    /// <summary>Weight inside the category, 1-5.</summary>
    public required int Weight { get; init; }

    /// <summary>The effort of one level up.</summary>
    public required EffortSize Effort { get; init; }

    public required LocalizedText Text { get; init; }

    public required LocalizedText Help { get; init; }

    /// <summary>The five levels, worst first; an answer is the highest that is wholly true.</summary>
    public required IReadOnlyList<LocalizedText> Levels { get; init; }

    /// <summary>When the question may be set aside; null: never.</summary>
    public required NotApplicableRule? NotApplicable { get; init; }

    /// <summary>The condition on the context under which the question is asked; null: always.</summary>
    public required Condition? VisibleWhen { get; init; }

    /// <summary>Whether "I don't know" counts as level 0 for this question's own gates.</summary>
    public required bool UnknownOpensGate { get; init; }

    /// <summary>The gate rules in order; the first that matches decides.</summary>
    public required IReadOnlyList<Gate> Gates { get; init; }

    public required LocalizedText Recommendation { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required IReadOnlyList<string> ArticlePoints { get; init; }

    /// <summary>Ids of incident stories that the question is illustrated with.</summary>
    public required IReadOnlyList<string> Stories { get; init; }

    /// <summary>A level as it is read without the others beside it: "As level 3, and …" is followed by what level 3 is, and what that builds on in turn.</summary>
    /// <param name="level">0-4.</param>
    public LocalizedText LevelInFull(int level)
    {
        var below = Below(level).ToList();
        return below.Count == 0
            ? Levels[level]
            : new LocalizedText(
                $"{Levels[level].En} ({string.Join("; ", below.Select(lower => $"level {lower}: {Levels[lower].En}"))})",
                $"{Levels[level].Fr} ({string.Join("\u202f; ", below.Select(lower => $"niveau\u00a0{lower}\u00a0: {Levels[lower].Fr}"))})");
    }

    /// <summary>The levels that a level builds on, the next one first.</summary>
    private IEnumerable<int> Below(int level)
    {
        const string opening = "As level ";
        while (Levels[level].En is var text && text.StartsWith(opening, StringComparison.Ordinal) && text[opening.Length] - '0' is >= 0 and var lower && lower < level)
        {
            yield return level = lower;
        }
    }
}
