using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>A note and evidence links of one question, folded away until wanted.</summary>
public sealed partial class NotesAndEvidence
{
    private List<string> _links = [];
    private bool _showErrors;

    [Parameter, EditorRequired]
    public AssessmentSession Session { get; set; } = default!;

    [Parameter, EditorRequired]
    public Question Question { get; set; } = default!;

    [Parameter, EditorRequired]
    public bool ReadOnly { get; set; }

    private QuestionWork Work => Session[Question.Id];

    private string NoteId => $"{Question.Id}-note";

    /// <summary>What is in here, said on the closed fold.</summary>
    private string? Filled => (Work.Note.Length > 0, Work.Evidence.Count(AnswerEntry.IsLink)) switch
    {
        (true, 0) => T["HasNote"],
        (false, 1) => T["HasLink"],
        (false, > 1 and var links) => T["HasLinks", links],
        (true, 1) => T["HasNoteAndLink"],
        (true, var links) => T["HasNoteAndLinks", links],
        _ => (string?)null,
    };

    protected override void OnInitialized()
    {
        ShowLinks();
        _showErrors = Work.Evidence.Count > 0;
    }

    /// <summary>Shows links that somebody else added or removed.</summary>
    protected override void OnParametersSet()
    {
        if (!Work.Evidence.SequenceEqual(Written, StringComparer.Ordinal))
        {
            ShowLinks();
        }
    }

    /// <summary>The links of the fields that are not blank.</summary>
    private IReadOnlyList<string> Written => [.. _links.Where(link => !string.IsNullOrWhiteSpace(link))];

    private static bool IsBad(string link) => link.Trim() is { Length: > 0 } text && !AnswerEntry.IsLink(text);

    /// <summary>A list of links that is pasted into one field becomes one field each: an address has no spaces.</summary>
    private static string[] Apart(string typed)
    {
        var parts = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Count(AnswerEntry.IsLink) > 1 ? parts : [typed];
    }

    private string LinkId(int place) => $"{Question.Id}-link-{place}";

    private string ErrorId(int place) => $"{LinkId(place)}-error";

    private void WriteNote(string? note) => Session.WriteNote(Question.Id, note ?? "");

    private Task LeaveNote() => Session.LeaveNoteAsync(Question.Id);

    private void WriteLink(int place, string? link)
    {
        _links.RemoveAt(place);
        _links.InsertRange(place, Apart(link ?? ""));
        KeepLinks();
    }

    private Task LeaveLink()
    {
        _showErrors = true;
        return Flush();
    }

    private void AddLink() => _links.Add("");

    private Task RemoveLink(int place)
    {
        _links.RemoveAt(place);
        KeepLinks();
        return Flush();
    }

    private void ShowLinks() => _links = Work.Evidence.Count > 0 ? [.. Work.Evidence] : [""];

    private void KeepLinks() => Session.WriteEvidence(Question.Id, Written);

    private Task Flush() => Session.Saves.FlushAsync();
}
