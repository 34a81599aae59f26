using DeployRisk.Domain;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>One question as it stands on the page: what is answered, and what is being typed.</summary>
public sealed record QuestionWork
{
    public static QuestionWork Untouched { get; } = new();

    public Answer Answer { get; init; } = Answer.None;

    /// <summary>Whether "not applicable" is chosen; it is an answer only once there is a reason.</summary>
    public bool SettingAside { get; init; }

    /// <summary>The reason as typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>An answer of the last release that waits to be confirmed; null when there is none.</summary>
    public Answer? Copied { get; init; }

    /// <summary>Who gave the answer and when; null while nobody did.</summary>
    public Moment? Given { get; init; }

    /// <summary>Somebody else answered within the same moments; null unless somebody did.</summary>
    public Crossing? Crossed { get; init; }

    public string Note { get; init; } = "";

    /// <summary>The stored note that what is typed replaces.</summary>
    public string NoteBase { get; init; } = "";

    /// <summary>Notes that somebody replaced unseen.</summary>
    public IReadOnlyList<EarlierText> EarlierNotes { get; init; } = [];

    /// <summary>The evidence links as typed, unfinished ones included.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The stored links that what is typed replaces.</summary>
    public IReadOnlyList<string> EvidenceBase { get; init; } = [];

    /// <summary>Why the last change was not taken; null when it was.</summary>
    public Refusal? Refused { get; init; }

    public bool IsReasonMissing => SettingAside && PlainText.IsBlank(Reason);

    /// <summary>Whether the note or the links were typed and not stored yet.</summary>
    public bool HasUnsavedText => HasUnsavedNote || HasUnsavedEvidence;

    public bool HasUnsavedNote => Note != NoteBase;

    private bool HasUnsavedEvidence => !Evidence.SequenceEqual(EvidenceBase, StringComparer.Ordinal);

    public static QuestionWork Of(AnswerEntry entry) => Untouched.WithAnswer(entry).WithNote(entry).WithEvidence(entry);

    /// <summary>With the answer that is stored.</summary>
    public QuestionWork WithAnswer(AnswerEntry entry) => this with
    {
        Answer = entry.Counted,
        Copied = entry.IsToConfirm ? entry.Answer : null,
        Given = entry.Answer is Answer.Unanswered ? null : entry.Given,
        SettingAside = entry.Counted is Answer.NotApplicable,
        Reason = entry.Counted is Answer.NotApplicable { Reason: var reason } ? reason : "",
    };

    /// <summary>With the note that is stored.</summary>
    public QuestionWork WithNote(AnswerEntry entry) => this with { Note = entry.Note, NoteBase = entry.Note, EarlierNotes = entry.EarlierNotes };

    /// <summary>With the links that are stored; those that the reader typed and that are not among them stay where they are.</summary>
    public QuestionWork WithEvidence(AnswerEntry entry)
    {
        var before = EvidenceBase.Select(link => link.Trim()).ToHashSet(StringComparer.Ordinal);
        var kept = HasUnsavedEvidence
            ? Evidence.Where(link => !before.Contains(link.Trim()) || entry.Evidence.Contains(link.Trim(), StringComparer.Ordinal)).ToList()
            : [];
        var shown = kept.Count == 0
            ? entry.Evidence
            : [.. kept, .. entry.Evidence.Where(link => !kept.Exists(own => own.Trim() == link))];
        return this with { Evidence = shown, EvidenceBase = entry.Evidence };
    }
}
