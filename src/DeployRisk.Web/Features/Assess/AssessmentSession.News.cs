using System.Diagnostics.CodeAnalysis;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Troubles;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Features.Assess;

/// <content>
/// What others do. News comes in the order of the database; of each question the latest is known, and shown but for the
/// part that the reader is changing: that is shown once it is stored, when it turns out which of the two is the later.
/// </content>
public sealed partial class AssessmentSession
{
    /// <summary>Texts that are being written, from the first letter until their field is left: nobody else's may come between the letters.</summary>
    private readonly HashSet<string> _inHand = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (int Revision, AnswerEntry Entry)> _latest = [];
    private readonly Dictionary<string, (int Revision, OtherRisks? Risks)> _latestRisks = [];
    private IReadOnlyDictionary<UserId, string> _names;
    private int _revision;

    /// <summary>Every change up to this one is on the page.</summary>
    public int Revision { get; private set; }

    /// <summary>Reads again what was changed since it was read: for who has just begun to listen.</summary>
    public async Task CatchUpAsync()
    {
        if (!HasEnded && await Task.Run(() => _store.RevisionAsync(Id, _me)) != Revision)
        {
            await ReloadAsync();
        }
    }

    /// <summary>Shows what somebody changed, the reader included.</summary>
    public Task TakeAsync(AssessmentNews news) => news switch
    {
        AssessmentNews.QuestionChanged { Revision: var revision, Entry: var entry } => SeenAsync(revision, () => TakeAsync(revision, entry)),
        AssessmentNews.RisksChanged { Revision: var revision, CategoryId: var categoryId, Risks: var risks } =>
            SeenAsync(revision, () => Take(categoryId, revision, risks)),
        AssessmentNews.MuchChanged { Revision: var revision } => !HasEnded && revision > Revision ? ReloadAsync() : Task.CompletedTask,
        _ => HasEnded ? Task.CompletedTask : ReloadAsync(),
    };

    /// <summary>Shows that somebody came, moved or left.</summary>
    public void Take(Presence presence)
    {
        if (People.Take(presence))
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private bool IsBeingWritten(string key) => _inHand.Contains(key) || Saves.IsPending(key);

    private static bool IsSameAnswer(AnswerEntry a, AnswerEntry b) => (a.Answer, a.Given, a.Origin) == (b.Answer, b.Given, b.Origin);

    /// <summary>What another server of the same database stored comes later, but it is counted: a gap is read at once.</summary>
    private async Task SeenAsync(int revision, Func<Task> take)
    {
        if (revision <= Revision + 1)
        {
            await take();
            Revision = Math.Max(Revision, revision);
        }
        else if (!HasEnded)
        {
            await ReloadAsync();
        }
    }

    private async Task TakeAsync(int revision, AnswerEntry entry)
    {
        if (HasEnded || revision <= Latest(entry.QuestionId).Revision)
        {
            return;
        }

        // What it needs to be shown is not known yet.
        if (NameOf(entry.Given.By).Length == 0 || (entry.IsToConfirm && CopiedFrom is null))
        {
            await ReloadAsync();
            return;
        }

        Show(revision, entry);
        Card = Score();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private Task Take(string categoryId, int revision, OtherRisks? risks)
    {
        if (!HasEnded && revision > _latestRisks.GetValueOrDefault(categoryId, (_revision, null)).Revision)
        {
            Show(categoryId, revision, risks);
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return Task.CompletedTask;
    }

    private (int Revision, AnswerEntry? Entry) Latest(string questionId) =>
        _latest.TryGetValue(questionId, out var latest) ? latest : (_revision, null);

    /// <summary>What came while the reader's own change was on its way is shown when it is the later.</summary>
    private void ShowLater(string questionId, int revision)
    {
        if (Latest(questionId) is { Entry: { } entry, Revision: var later } && later >= revision)
        {
            Show(later, entry);
            Card = Score();
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    private void ShowLaterRisks(string categoryId, int revision)
    {
        if (_latestRisks.TryGetValue(categoryId, out var latest) && latest.Revision >= revision)
        {
            Show(categoryId, latest.Revision, latest.Risks);
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>Shows a question as it is stored, but for what the reader is changing.</summary>
    private void Show(int revision, AnswerEntry entry)
    {
        var id = entry.QuestionId;
        var (known, before) = Latest(id);
        if (revision < known)
        {
            return;
        }

        _latest[id] = (revision, entry);
        var work = this[id] with { EarlierNotes = entry.EarlierNotes };
        if (before is not null && !IsSameAnswer(before, entry))
        {
            work = work with { Crossed = Crossing.Of(before, entry, _me) };
        }

        if (!Saves.IsPending(AnswerKey(id)) && !IsSettingAside(work, before, entry) && (before is null || !IsSameAnswer(before, entry) || work.Answer != entry.Counted))
        {
            work = work.WithAnswer(entry) with { Refused = work.HasUnsavedText ? work.Refused : null };
        }

        // A text that was refused waits for its writer to change it.
        if (!IsBeingWritten(NoteKey(id)) && !work.HasUnsavedNote)
        {
            work = work.WithNote(entry);
        }

        if (!Saves.IsPending(EvidenceKey(id)) && !entry.Evidence.SequenceEqual(work.EvidenceBase, StringComparer.Ordinal))
        {
            work = work.WithEvidence(entry);
        }

        _work[id] = work;
    }

    private void Show(string categoryId, int revision, OtherRisks? risks)
    {
        if (revision < _latestRisks.GetValueOrDefault(categoryId, (_revision, null)).Revision)
        {
            return;
        }

        _latestRisks[categoryId] = (revision, risks);
        _risks[categoryId] = IsBeingWritten(RisksKey(categoryId)) || RisksOf(categoryId).HasUnsavedText
            ? RisksOf(categoryId) with { Earlier = risks?.Earlier ?? [] }
            : RisksWork.Of(risks);
    }

    /// <summary>Shows the assessment as it is stored, but for what the reader is changing.</summary>
    [MemberNotNull(nameof(Card), nameof(Release), nameof(Shown), nameof(_names))]
    private void Show(LoadedAssessment loaded)
    {
        var assessment = loaded.Assessment;
        _names = loaded.Names;
        _revision = loaded.Revision;
        Revision = Math.Max(Revision, _revision);
        Final = assessment.Life.WhyFinal();
        MayAnswer = loaded.Access.Allows(ProductDeed.Assess);
        Release = assessment.Release;
        CopiedFrom = assessment.CopiedFrom;
        Shown = Visibility.ShownQuestions(Questionnaire, Release.Form, Release.Context);
        foreach (var entry in assessment.Entries.Values)
        {
            Show(_revision, entry);
        }

        foreach (var categoryId in _risks.Keys.Union(assessment.OtherRisks.Keys, StringComparer.Ordinal).ToList())
        {
            Show(categoryId, _revision, assessment.OtherRisks.GetValueOrDefault(categoryId));
        }

        Card = Score();
    }

    /// <summary>
    /// Whether the reader has chosen "not applicable" and is still at its reason: thinking about it, with nothing on its way
    /// yet, or left with one that was refused. Somebody else's answer ends that, as the end of the draft does; their note does not.
    /// </summary>
    private bool IsSettingAside(QuestionWork work, AnswerEntry? before, AnswerEntry entry)
    {
        var isSame = before is null ? entry.Answer is Answer.Unanswered : (before.Answer, before.Origin) == (entry.Answer, entry.Origin);
        return (work.IsReasonMissing && !IsReadOnly && (isSame || entry.Given.By == _me)) || (work.SettingAside && work.Refused is not null && isSame);
    }

    /// <summary>Shows what is stored; of a discarded draft what was known last.</summary>
    private async Task ReloadAsync()
    {
        var loaded = await Task.Run(() => _store.LoadAsync(Id, _me));
        if (loaded is null || loaded.Assessment.Life.WhyFinal() is not null)
        {
            End(loaded);
        }
        else if (!HasEnded && loaded.Revision >= _revision)
        {
            // What has ended stays so, even when the reader may come back: its changes go nowhere any more.
            Show(loaded);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>It cannot be changed any more: at once, and then with the answers as they were when it ended.</summary>
    private async Task EndAsync(Refusal why)
    {
        Saves.Close();
        Final = why;
        Changed?.Invoke(this, EventArgs.Empty);
        await TryReloadAsync();
    }

    /// <summary>When the database is in trouble the answers stay as the page knew them.</summary>
    private async Task TryReloadAsync()
    {
        try
        {
            await ReloadAsync();
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            // What the page says of the reader's change is true all the same.
        }
    }

    /// <summary>Shows the answers as they are stored; texts that came too late stay, for their writer to take elsewhere.</summary>
    private void End(LoadedAssessment? loaded)
    {
        Saves.Close();
        Final = new Refusal.Missing();
        if (loaded is not null)
        {
            Show(loaded);
        }
    }
}
