using System.Diagnostics.CodeAnalysis;
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
public sealed class AssessmentSession
{
    private readonly AssessmentStore _store;
    private readonly UserId _me;
    private Dictionary<string, QuestionWork> _work = [];
    private Dictionary<string, string> _otherRisks = [];
    private IReadOnlyDictionary<UserId, string> _names;

    public AssessmentSession(AssessmentStore store, Questionnaire questionnaire, UserId me, LoadedAssessment loaded, Autosave saves)
    {
        _store = store;
        _me = me;
        _names = loaded.Names;
        Questionnaire = questionnaire;
        Saves = saves;
        Product = loaded.Product;
        Id = loaded.Assessment.Id;
        Release = loaded.Assessment.Release;
        Shown = Visibility.ShownQuestions(questionnaire, Release.Form, Release.Context);
        Show(loaded.Assessment);
    }

    /// <summary>Raised when an answer, the score card or the end of the draft has to be shown.</summary>
    public event EventHandler? Changed;

    public AssessmentId Id { get; }

    public Product Product { get; }

    public Release Release { get; }

    public Questionnaire Questionnaire { get; }

    public Autosave Saves { get; }

    /// <summary>The questions of this form and context, in the order of the questionnaire.</summary>
    public IReadOnlyList<Question> Shown { get; }

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

    public string OtherRisks(string categoryId) => _otherRisks.GetValueOrDefault(categoryId, "");

    public IReadOnlyList<Question> ShownIn(Category category) => [.. Shown.Where(question => question.CategoryId == category.Id)];

    public bool MayBeNotApplicable(Question question) => Visibility.MayBeNotApplicable(Questionnaire, question, Sheet());

    /// <summary>The display name of somebody who did something in this assessment.</summary>
    public string NameOf(UserId user) => _names.GetValueOrDefault(user, "");

    public void Choose(string questionId, Answer answer)
    {
        Take(questionId, this[questionId] with { Answer = answer, SettingAside = answer is Answer.NotApplicable });
        SaveAnswer(questionId, answer, typed: false);
    }

    /// <summary>Chooses "not applicable": an answer as soon as there is a reason.</summary>
    public void SetAside(string questionId)
    {
        var reason = this[questionId].Reason;
        Take(questionId, this[questionId] with { SettingAside = true });
        if (!string.IsNullOrWhiteSpace(reason))
        {
            Choose(questionId, new Answer.NotApplicable(reason));
        }
    }

    /// <summary>Writes why a question does not apply; without a reason it is unanswered again.</summary>
    public void WriteReason(string questionId, string reason)
    {
        Answer answer = string.IsNullOrWhiteSpace(reason) ? Answer.None : new Answer.NotApplicable(reason);
        Take(questionId, this[questionId] with { Reason = reason, Answer = answer });
        SaveAnswer(questionId, answer, typed: true);
    }

    public void WriteNote(string questionId, string note)
    {
        Keep(questionId, this[questionId] with { Note = note });
        Saves.AddTyped($"note {questionId}", () => _store.SaveNoteAsync(Id, questionId, note, _me), outcome => Told(questionId, outcome));
    }

    /// <summary>Keeps all links as typed and saves those that are addresses.</summary>
    public void WriteEvidence(string questionId, IReadOnlyList<string> links)
    {
        Keep(questionId, this[questionId] with { Evidence = links });
        string[] good = [.. links.Where(link => AnswerEntry.IsLink(link.Trim()))];
        Saves.AddTyped($"evidence {questionId}", () => _store.SaveEvidenceAsync(Id, questionId, good, _me), outcome => Told(questionId, outcome));
    }

    public void WriteOtherRisks(string categoryId, string text)
    {
        _otherRisks[categoryId] = text;
        Saves.AddTyped($"other {categoryId}", () => _store.SaveOtherRisksAsync(Id, categoryId, text, _me), ToldIfFinal);
    }

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

    /// <summary>Shows what is stored, other people's answers included; of a discarded draft what was known last.</summary>
    private async Task ReloadAsync()
    {
        if (await Task.Run(() => _store.LoadAsync(Id)) is { } loaded)
        {
            _names = loaded.Names;
            Show(loaded.Assessment);
        }
        else
        {
            Final = new Refusal.Missing();
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    [MemberNotNull(nameof(Card))]
    private void Show(Assessment assessment)
    {
        Final = WhyFinal(assessment);
        _work = assessment.Entries.ToDictionary(entry => entry.Key, entry => QuestionWork.Of(entry.Value), StringComparer.Ordinal);
        _otherRisks = assessment.OtherRisks.ToDictionary(risks => risks.Key, risks => risks.Value.Text, StringComparer.Ordinal);
        Card = Score();
    }

    private void SaveAnswer(string questionId, Answer answer, bool typed)
    {
        Task<EditOutcome> Save() => _store.AnswerAsync(Id, questionId, answer, _me);
        void Done(EditOutcome outcome) => Told(questionId, outcome);

        var key = $"answer {questionId}";
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

    private void Told(string questionId, EditOutcome outcome)
    {
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
            Saves.Close();
            Final = why;
            _ = ShowWhatWasStoredAsync();
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    /// <summary>The answers as they were when it ended; texts that came too late stay, for their writer to take elsewhere.</summary>
    private async Task ShowWhatWasStoredAsync()
    {
        if (await _store.LoadAsync(Id) is { } loaded)
        {
            var (typed, typedRisks) = (_work, _otherRisks);
            _names = loaded.Names;
            Show(loaded.Assessment);
            foreach (var (questionId, mine) in typed)
            {
                _work[questionId] = this[questionId] with { Note = mine.Note, Evidence = mine.Evidence };
            }

            _otherRisks = typedRisks;
            Changed?.Invoke(this, EventArgs.Empty);
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
