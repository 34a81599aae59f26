using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Features.Assess;

/// <summary>
/// One assessment open on one page: shows at once what is answered, saves it behind, and keeps "so far" up to date.
/// What the reader typed stays here whatever becomes of the saving.
/// </summary>
public sealed partial class AssessmentSession
{
    private readonly AssessmentStore _store;
    private readonly UserId _me;
    private readonly Dictionary<string, QuestionWork> _work = [];
    private readonly Dictionary<string, RisksWork> _risks = [];

    public AssessmentSession(
        AssessmentStore store, Questionnaire questionnaire, UserId me, LoadedAssessment loaded, CopySource? last, Autosave saves)
    {
        Last = last;
        _store = store;
        _me = me;
        Questionnaire = questionnaire;
        Saves = saves;
        Product = loaded.Product;
        Id = loaded.Assessment.Id;
        Show(loaded);
    }

    /// <summary>Raised when an answer, the score card or the end of the draft has to be shown.</summary>
    public event EventHandler? Changed;

    public AssessmentId Id { get; }

    public Product Product { get; }

    public Release Release { get; private set; }

    public Questionnaire Questionnaire { get; }

    public Autosave Saves { get; }

    /// <summary>The questions of this form and context, in the order of the questionnaire.</summary>
    public IReadOnlyList<Question> Shown { get; private set; }

    /// <summary>The product's last submission, whose answers can be copied; null when there is none.</summary>
    public CopySource? Last { get; }

    /// <summary>Where answers were copied from; null when none were.</summary>
    public CopySource? CopiedFrom { get; private set; }

    /// <summary>The other people who have this assessment open.</summary>
    public PeopleHere People { get; } = new();

    /// <summary>"So far": the partial score card of what is shown and answered.</summary>
    public ScoreCard Card { get; private set; }

    /// <summary>Why nothing can be changed any more; null while it is a draft.</summary>
    public Refusal? Final { get; private set; }

    public bool IsReadOnly => Final is not null;

    /// <summary>The gates that stand open or are to be verified, decisive ones first; warnings are not among them.</summary>
    public IEnumerable<GateFinding> OpenGates => Card.Gates
        .Where(gate => gate.Effect != GateEffect.Warning && gate.State != GateState.Waived)
        .OrderByDescending(gate => gate.Effect)
        .ThenBy(gate => gate.State);

    /// <summary>The shown questions that still need an answer.</summary>
    public IReadOnlyList<Question> Unanswered => [.. Shown.Where(question => Card.States[question.Id] == QuestionState.Unanswered)];

    /// <summary>How many shown questions are answered "I don't know".</summary>
    public int Unknown => Card.Categories.Sum(category => category.Unknown);

    public QuestionWork this[string questionId] => _work.GetValueOrDefault(questionId, QuestionWork.Untouched);

    public RisksWork RisksOf(string categoryId) => _risks.GetValueOrDefault(categoryId, RisksWork.Untouched);

    /// <summary>The shown questions of a category whose copied answers wait to be confirmed; of all categories for null.</summary>
    public IReadOnlyList<Question> ToConfirm(Category? category = null) =>
        [.. Shown.Where(question => (category is null || question.CategoryId == category.Id) && this[question.Id].Copied is not null)];

    public IReadOnlyList<Question> ShownIn(Category category) => [.. Shown.Where(question => question.CategoryId == category.Id)];

    public bool MayBeNotApplicable(Question question) => Visibility.MayBeNotApplicable(Questionnaire, question, Sheet());

    /// <summary>The display name of somebody who did something in this assessment.</summary>
    public string NameOf(UserId user) => _names.GetValueOrDefault(user) ?? People.NameOf(user) ?? "";

    /// <summary>Whether the answer was given by somebody else.</summary>
    public bool IsOfAnother(Moment given) => given.By != _me;

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
        if (!string.IsNullOrWhiteSpace(reason))
        {
            Choose(questionId, new Answer.NotApplicable(reason));
        }
    }

    /// <summary>Writes why a question does not apply; without a reason it is unanswered again.</summary>
    public void WriteReason(string questionId, string reason)
    {
        Answer answer = string.IsNullOrWhiteSpace(reason) ? Answer.None : new Answer.NotApplicable(reason);
        Take(questionId, Mine(questionId) with { Reason = reason, Answer = answer });
        SaveAnswer(questionId, answer, typed: true);
    }

    public void WriteNote(string questionId, string note)
    {
        Keep(questionId, this[questionId] with { Note = note });
        Saves.AddTyped(NoteKey(questionId), () => _store.SaveNoteAsync(Id, questionId, note, this[questionId].NoteBase, _me), outcome =>
        {
            if (outcome is EditOutcome.Saved)
            {
                Keep(questionId, this[questionId] with { NoteBase = note });
            }

            Told(questionId, outcome);
        });
    }

    /// <summary>Keeps all links as typed and saves those that are addresses.</summary>
    public void WriteEvidence(string questionId, IReadOnlyList<string> links)
    {
        Keep(questionId, this[questionId] with { Evidence = links });
        string[] good = [.. links.Where(link => AnswerEntry.IsLink(link.Trim()))];
        Saves.AddTyped(EvidenceKey(questionId), () => _store.SaveEvidenceAsync(Id, questionId, good, this[questionId].EvidenceBase, _me), outcome =>
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
        Keep(categoryId, RisksOf(categoryId) with { Text = text });
        Saves.AddTyped(RisksKey(categoryId), () => _store.SaveOtherRisksAsync(Id, categoryId, text, RisksOf(categoryId).Base, _me), outcome =>
        {
            if (outcome is EditOutcome.Saved { Revision: var revision })
            {
                Keep(categoryId, RisksOf(categoryId) with { Base = text });
                ShowLaterRisks(categoryId, revision);
            }

            ToldIfFinal(outcome);
        });
    }

    /// <summary>Puts a note that was replaced unseen below the one that stands.</summary>
    public void AddEarlierNote(string questionId, EarlierText earlier) =>
        WriteNote(questionId, $"{this[questionId].Note}\n\n{earlier.Text}".Trim());

    public void RemoveEarlierNote(string questionId, EarlierText earlier) =>
        Saves.Add($"earlier {questionId}", () => _store.RemoveEarlierNoteAsync(Id, questionId, earlier.Written, _me), outcome => Told(questionId, outcome));

    /// <summary>Puts a text on other risks that was replaced unseen below the one that stands.</summary>
    public void AddEarlierRisks(string categoryId, EarlierText earlier) =>
        WriteOtherRisks(categoryId, $"{RisksOf(categoryId).Text}\n\n{earlier.Text}".Trim());

    public void RemoveEarlierRisks(string categoryId, EarlierText earlier) =>
        Saves.Add($"earlier {categoryId}", () => _store.RemoveEarlierRisksAsync(Id, categoryId, earlier.Written, _me), ToldIfFinal);

    /// <summary>Copies the answers of an earlier submission; each waits to be confirmed. Null when it was done, else why not.</summary>
    public Task<Refusal?> CopyAsync(AssessmentId fromId) => ChangeManyAsync(() => _store.CopyAnswersAsync(Id, fromId, _me));

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

    /// <summary>Confirms the copied answers of these questions. Null when it was done, else why not.</summary>
    public Task<Refusal?> ConfirmAsync(IReadOnlyCollection<string> questionIds) => ChangeManyAsync(() => _store.ConfirmAsync(Id, questionIds, _me));

    /// <summary>Stores another release or context; null when it was taken, else why not. The page is opened anew afterwards.</summary>
    public async Task<Refusal?> ChangeReleaseAsync(Release release)
    {
        var outcome = await Task.Run(() => _store.ChangeReleaseAsync(Id, release, _me));
        if (outcome is not EditOutcome.Refused { Why: var why })
        {
            return null;
        }

        await ReloadAsync();
        return why;
    }

    /// <summary>Answers the rest "I don't know"; the questions that this answered, or why it was not done.</summary>
    public async Task<MarkOutcome> MarkRestUnknownAsync()
    {
        var rest = Unanswered.Select(question => question.Id).ToList();
        var outcome = await Task.Run(() => _store.MarkRestUnknownAsync(Id, _me));
        await ReloadAsync();
        return outcome is EditOutcome.Refused { Why: var why }
            ? new MarkOutcome.Refused(why)
            : new MarkOutcome.Marked([.. rest.Where(id => this[id].Answer is Answer.Unknown)]);
    }

    /// <summary>Takes back the "I don't know" of those of the questions that still have it.</summary>
    public async Task TakeBackAsync(IReadOnlyList<string> questionIds)
    {
        foreach (var questionId in questionIds.Where(id => this[id].Answer is Answer.Unknown))
        {
            await Task.Run(() => _store.AnswerAsync(Id, questionId, Answer.None, _me));
        }

        await ReloadAsync();
    }

    /// <summary>Throws the draft and its answers away; null when it is gone, else why it stays.</summary>
    public async Task<Refusal?> DiscardAsync()
    {
        var outcome = await Task.Run(() => _store.DiscardDraftAsync(Id, _me));
        return (outcome as DiscardOutcome.Refused)?.Why;
    }

    /// <summary>Makes it final. Finding the shortest path to Go takes up to about a second.</summary>
    public async Task<SubmitOutcome> SubmitAsync()
    {
        var outcome = await Task.Run(() => _store.SubmitAsync(Id, _me));
        if (outcome is SubmitOutcome.Refused)
        {
            await ReloadAsync();
        }

        return outcome;
    }

    private static Refusal? WhyFinal(Assessment assessment) => assessment switch
    {
        { Withdrawn: { } withdrawn } => new Refusal.AlreadyWithdrawn(withdrawn.At, withdrawn.By),
        { Submitted: { } submitted } => new Refusal.AlreadySubmitted(submitted.At, submitted.By),
        _ => null,
    };

    private static string AnswerKey(string questionId) => $"answer {questionId}";

    private static string NoteKey(string questionId) => $"note {questionId}";

    private static string EvidenceKey(string questionId) => $"evidence {questionId}";

    private static string RisksKey(string categoryId) => $"other {categoryId}";

    /// <summary>What becomes the reader's own by answering.</summary>
    private QuestionWork Mine(string questionId) => this[questionId] with { Copied = null, Given = null, Crossed = null };

    private async Task<Refusal?> ChangeManyAsync(Func<Task<EditOutcome>> change)
    {
        await Saves.FlushAsync();
        var outcome = await Task.Run(change);
        await ReloadAsync();
        return (outcome as EditOutcome.Refused)?.Why;
    }

    private void SaveAnswer(string questionId, Answer answer, bool typed)
    {
        Task<EditOutcome> Save() => _store.AnswerAsync(Id, questionId, answer, _me);
        void Done(EditOutcome outcome) => Told(questionId, outcome);

        var key = AnswerKey(questionId);
        if (typed)
        {
            Saves.AddTyped(key, Save, Done);
        }
        else
        {
            Saves.Add(key, Save, Done);
        }
    }

    /// <summary>Shows a change of an answer.</summary>
    private void Take(string questionId, QuestionWork work)
    {
        Keep(questionId, work with { Refused = null });
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
        if (outcome is EditOutcome.Saved { Revision: var revision })
        {
            ShowLater(questionId, revision);
            return;
        }

        if (outcome is EditOutcome.Refused { Why: var why } && !IsFinal(why))
        {
            Keep(questionId, this[questionId] with { Refused = why });
            Changed?.Invoke(this, EventArgs.Empty);
            return;
        }

        ToldIfFinal(outcome);
    }

    private void ToldIfFinal(EditOutcome outcome)
    {
        if (outcome is EditOutcome.Refused { Why: var why } && IsFinal(why))
        {
            _ = EndAsync(why);
        }
    }

    private static bool IsFinal(Refusal why) => why is Refusal.AlreadySubmitted or Refusal.AlreadyWithdrawn or Refusal.Missing;

    private ScoreCard Score() => Scorer.Score(Questionnaire, Sheet(), ScoringMode.Partial);

    /// <summary>Answers to questions that the context hides are kept, and do not count.</summary>
    private AnswerSheet Sheet() => new(
        Release.Form,
        Release.Context,
        Shown.ToDictionary(question => question.Id, question => this[question.Id].Answer, StringComparer.Ordinal));
}
