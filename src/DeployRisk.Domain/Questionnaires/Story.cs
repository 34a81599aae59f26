namespace DeployRisk.Domain.Questionnaires;

/// <summary>A public incident that illustrates questions. It is read, never scored.</summary>
public sealed record Story
{
    /// <summary>The id, for example <c>knight-capital-2012</c>; unique in the questionnaire.</summary>
    public required string Id { get; init; }

    /// <summary>When it happened, as exactly as is known: <c>2020</c>, <c>2020-02</c> or <c>2020-02-20</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Who, what and when, in a few words.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What happened.</summary>
    public required LocalizedText Text { get; init; }

    /// <summary>What to do about it.</summary>
    public required LocalizedText Lesson { get; init; }

    /// <summary>What it cost or how long it took, each in a few words.</summary>
    public required IReadOnlyList<LocalizedText> Figures { get; init; }

    /// <summary>Where it can be read; at least one.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Ids of the questions that it illustrates; at least one.</summary>
    public required IReadOnlyList<string> QuestionIds { get; init; }
}
