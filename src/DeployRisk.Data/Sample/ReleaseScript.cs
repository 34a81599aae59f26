using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Sample;

/// <summary>One assessment of a product. Answers stay as the release before left them, unless they are named here.</summary>
internal sealed record ReleaseScript
{
    /// <summary>The name; {yy} and {MM} stand for year and month of the planned day.</summary>
    public required string Name { get; init; }

    /// <summary>The French name, where it differs.</summary>
    public string? NameFr { get; init; }

    /// <summary>How many days before today it was submitted, or last edited when it is a draft; the last working day before.</summary>
    public required int DaysAgo { get; init; }

    /// <summary>How many days after that it is planned for.</summary>
    public int PlannedIn { get; init; } = 3;

    public AssessmentForm Form { get; init; }

    public AssessmentState State { get; init; } = AssessmentState.Submitted;

    /// <summary>Who answers, by turns of categories; the first starts it and submits it.</summary>
    public required IReadOnlyList<string> Team { get; init; }

    public ContextScript Context { get; init; } = new();

    /// <summary>What changed: a whole category as in <see cref="ProductScript.Answers"/>, or one question.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>The codes of the categories that a draft has answers to; everything when null.</summary>
    public IReadOnlyList<string>? Answered { get; init; }

    public IReadOnlyList<NoteScript> Notes { get; init; } = [];

    public IReadOnlyList<NoteScript> OtherRisks { get; init; } = [];
}
