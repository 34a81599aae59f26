using System.Globalization;
using DeployRisk.Domain;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <content>Answering one question or one category: shown at once, saved behind, and told what became of it.</content>
public sealed partial class AssessmentSession
{
    public void Choose(string questionId, Answer answer)
    {
        Take(questionId, Mine(questionId) with { Answer = answer, SettingAside = answer is Answer.NotApplicable });
        SaveAnswer(questionId, answer, typed: false);
    }

    /// <summary>Chooses "not applicable": an answer as soon as there is a reason.</summary>
    public void SetAside(string questionId)
    {
        var reason = this[questionId].Reason;
        Take(questionId, Mine(questionId) with { SettingAside = true });
        if (!PlainText.IsBlank(reason))
        {
            Choose(questionId, new Answer.NotApplicable(reason));
        }
    }

    /// <summary>Writes why a question does not apply; without a reason it is unanswered again.</summary>
    public void WriteReason(string questionId, string reason)
    {
        Answer answer = PlainText.IsBlank(reason) ? Answer.None : new Answer.NotApplicable(reason);
        Take(questionId, Mine(questionId) with { Reason = reason, Answer = answer });
        SaveAnswer(questionId, answer, typed: true);
    }

    public void WriteNote(string questionId, string note)
    {
        _inHand.Add(NoteKey(questionId));
        Keep(questionId, this[questionId] with { Note = note, Refused = null });
        Saves.AddTyped(NoteKey(questionId), Store(() => this[questionId].NoteBase, before => _store.SaveNoteAsync(Id, questionId, note, before, _me)), outcome =>
        {
            if (outcome is EditOutcome.Saved)
            {
                Keep(questionId, this[questionId] with { NoteBase = note });
            }

            Told(questionId, outcome);
        });
    }

    /// <summary>The writer has left the note: it is saved, and shows what is stored, which may be somebody else's by now.</summary>
    public async Task LeaveNoteAsync(string questionId)
    {
        _inHand.Remove(NoteKey(questionId));
        await Saves.FlushAsync();
        if (Latest(questionId) is { Entry: { } entry, Revision: var revision })
        {
            Show(revision, entry);
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <inheritdoc cref="LeaveNoteAsync"/>
    public async Task LeaveOtherRisksAsync(string categoryId)
    {
        _inHand.Remove(RisksKey(categoryId));
        await Saves.FlushAsync();
        if (_latestRisks.TryGetValue(categoryId, out var latest))
        {
            Show(categoryId, latest.Revision, latest.Risks);
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Keeps all links as typed and saves those that are addresses.</summary>
    public void WriteEvidence(string questionId, IReadOnlyList<string> links)
    {
        Keep(questionId, this[questionId] with { Evidence = links, Refused = null });
        string[] good = [.. links.Where(link => AnswerEntry.IsLink(link.Trim()))];
        Saves.AddTyped(EvidenceKey(questionId), Store(() => this[questionId].EvidenceBase, before => _store.SaveEvidenceAsync(Id, questionId, good, before, _me)), outcome =>
        {
            if (outcome is EditOutcome.Saved)
            {
                Keep(questionId, this[questionId] with { EvidenceBase = good });
            }

            Told(questionId, outcome);
        });
    }

    public void WriteOtherRisks(string categoryId, string text)
    {
        _inHand.Add(RisksKey(categoryId));
        Keep(categoryId, RisksOf(categoryId) with { Text = text, Refused = null });
        Saves.AddTyped(RisksKey(categoryId), Store(() => RisksOf(categoryId).Base, before => _store.SaveOtherRisksAsync(Id, categoryId, text, before, _me)), outcome =>
        {
            if (outcome is EditOutcome.Saved { Revision: var revision })
            {
                Keep(categoryId, RisksOf(categoryId) with { Base = text });
                ShowLaterRisks(categoryId, revision);
            }

            ToldOfRisks(categoryId, outcome);
        });
    }

    /// <summary>Puts a note that was replaced unseen below the one that stands.</summary>
    public void AddEarlierNote(string questionId, EarlierText earlier) =>
        WriteNote(questionId, $"{this[questionId].Note}\n\n{earlier.Text}".Trim());

    public void RemoveEarlierNote(string questionId, EarlierText earlier) =>
        Saves.Add(EarlierKey(questionId, earlier), Store(() => earlier.Written, written => _store.RemoveEarlierNoteAsync(Id, questionId, written, _me)), outcome => Told(questionId, outcome));

    /// <summary>Puts a text on other risks that was replaced unseen below the one that stands.</summary>
    public void AddEarlierRisks(string categoryId, EarlierText earlier) =>
        WriteOtherRisks(categoryId, $"{RisksOf(categoryId).Text}\n\n{earlier.Text}".Trim());

    public void RemoveEarlierRisks(string categoryId, EarlierText earlier) =>
        Saves.Add(EarlierKey(categoryId, earlier), Store(() => earlier.Written, written => _store.RemoveEarlierRisksAsync(Id, categoryId, written, _me)), ToldIfOver);

    /// <summary>Confirms the copied answer of one question.</summary>
    public void Confirm(string questionId)
    {
        if (this[questionId].Copied is { } copied)
        {
            Take(questionId, Mine(questionId) with
            {
                Answer = copied,
                SettingAside = copied is Answer.NotApplicable,
                Reason = copied is Answer.NotApplicable { Reason: var reason } ? reason : "",
            });
            SaveAnswer(questionId, copied, typed: false);
        }
    }

    private static string AnswerKey(string questionId) => $"answer {questionId}";

    private static string NoteKey(string questionId) => $"note {questionId}";

    private static string EvidenceKey(string questionId) => $"evidence {questionId}";

    private static string EarlierKey(string id, EarlierText earlier) =>
        string.Create(CultureInfo.InvariantCulture, $"earlier {id} {earlier.Written.At.UtcTicks} {earlier.Written.By}");

    private static string RisksKey(string categoryId) => $"other {categoryId}";

    private static bool IsFinal(Refusal why) => why is Refusal.AlreadySubmitted or Refusal.AlreadyWithdrawn or Refusal.Missing;

    /// <summary>
    /// A change as it is saved: what it replaces is read on the page when its turn has come, and stored off the page's
    /// thread, so that the page goes on reacting: SQLite works synchronously.
    /// </summary>
    private static Func<Task<EditOutcome>> Store<T>(Func<T> read, Func<T, Task<EditOutcome>> store) => () =>
    {
        var before = read();
        return Task.Run(() => store(before));
    };

    /// <summary>What becomes the reader's own by answering.</summary>
    private QuestionWork Mine(string questionId) => this[questionId] with { Copied = null, Given = null, Crossed = null };

    private void SaveAnswer(string questionId, Answer answer, bool typed)
    {
        var save = Store(() => answer, given => _store.AnswerAsync(Id, questionId, given, _me));
        void Done(EditOutcome outcome) => Told(questionId, outcome);

        var key = AnswerKey(questionId);
        if (typed)
        {
            Saves.AddTyped(key, save, Done);
        }
        else
        {
            Saves.Add(key, save, Done);
        }
    }

    /// <summary>Shows a change of an answer; why a text was refused stays beside that text.</summary>
    private void Take(string questionId, QuestionWork work)
    {
        Keep(questionId, work with { Refused = work.HasUnsavedText ? work.Refused : null });
        Card = Score();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Keep(string questionId, QuestionWork work)
    {
        if (!IsReadOnly)
        {
            _work[questionId] = work;
        }
    }

    private void Keep(string categoryId, RisksWork work)
    {
        if (!IsReadOnly)
        {
            _risks[categoryId] = work;
        }
    }

    private void Told(string questionId, EditOutcome outcome)
    {
        switch (outcome)
        {
            case EditOutcome.Saved { Revision: var revision }:
                ShowLater(questionId, revision);
                break;
            case EditOutcome.Refused { Why: var why } when !IsFinal(why):
                _work[questionId] = this[questionId] with { Refused = why };
                Changed?.Invoke(this, EventArgs.Empty);
                break;
        }

        ToldIfOver(outcome);
    }

    private void ToldOfRisks(string categoryId, EditOutcome outcome)
    {
        if (outcome is EditOutcome.Refused { Why: var why } && !IsFinal(why))
        {
            _risks[categoryId] = RisksOf(categoryId) with { Refused = why };
            Changed?.Invoke(this, EventArgs.Empty);
        }

        ToldIfOver(outcome);
    }

    /// <summary>Whether the reader can answer at all any more.</summary>
    private void ToldIfOver(EditOutcome outcome)
    {
        if (outcome is not EditOutcome.Refused { Why: var why })
        {
            return;
        }

        if (IsFinal(why))
        {
            _ = EndAsync(why);
        }
        else if (why is Refusal.NotAllowed)
        {
            _ = TryReloadAsync();
        }
    }
}
