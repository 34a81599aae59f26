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

    /// <summary>The answer; one that was copied counts only once it is confirmed (<see cref="Counted"/>).</summary>
    public required Answer Answer { get; init; }

    /// <summary>At most <see cref="MaxNoteLength"/> characters; empty when there is none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who wrote the note last, and when; null when nobody did.</summary>
    public Moment? NoteWritten { get; init; }

    /// <summary>Notes that were replaced unseen, oldest first.</summary>
    public IReadOnlyList<EarlierText> EarlierNotes { get; init; } = [];

    /// <summary>At most <see cref="MaxLinks"/> http or https addresses.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Who gave the answer and when; while there is none, who wrote the note or the evidence.</summary>
    public required Moment Given { get; init; }

    public AnswerOrigin Origin { get; init; }

    /// <summary>Whether the answer was copied and nobody has confirmed it yet.</summary>
    public bool IsToConfirm => Origin == AnswerOrigin.Copied && Answer is not Answer.Unanswered;

    /// <summary>The answer as scoring reads it: none while it is to be confirmed.</summary>
    public Answer Counted => IsToConfirm ? Answer.None : Answer;

    /// <summary>Whether the text is an address that evidence may have: absolute, http or https, without spaces, not too long.</summary>
    public static bool IsLink(string text) =>
        text.Length <= MaxLinkLength
        && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && PlainText.Of(text) == text
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0;
}
