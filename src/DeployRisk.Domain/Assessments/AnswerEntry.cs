namespace DeployRisk.Domain.Assessments;

/// <summary>What is known about one question of one assessment.</summary>
public sealed record AnswerEntry
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNoteLength = 10_000;

    /// <summary>Most evidence links of one answer.</summary>
    public const int MaxLinks = 20;

    /// <summary>Longest evidence link, in characters.</summary>
    public const int MaxLinkLength = 2_000;

    public required string QuestionId { get; init; }

    public required Answer Answer { get; init; }

    /// <summary>At most <see cref="MaxNoteLength"/> characters; empty when there is none.</summary>
    public string Note { get; init; } = "";

    /// <summary>At most <see cref="MaxLinks"/> http or https addresses.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Who gave the answer and when; while there is none, who wrote the note or the evidence.</summary>
    public required Moment Given { get; init; }

    public AnswerOrigin Origin { get; init; }

    /// <summary>Whether the text is an address that evidence may have: absolute, http or https, not too long.</summary>
    public static bool IsLink(string text) =>
        text.Length <= MaxLinkLength
        && !text.Any(char.IsControl)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0;
}
