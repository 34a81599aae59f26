using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <summary>
/// One filled-in questionnaire for one release of one product. A draft is everybody's to answer; once submitted it
/// cannot be changed, only withdrawn within <see cref="WithdrawalPeriod"/> by the person who submitted it.
/// </summary>
public sealed class Assessment
{
    /// <summary>How long a submission can be taken back.</summary>
    public static readonly TimeSpan WithdrawalPeriod = TimeSpan.FromHours(1);

    private readonly Dictionary<string, AnswerEntry> _entries;
    private readonly Dictionary<string, OtherRisks> _otherRisks;

    private Assessment(
        AssessmentId id,
        ProductId productId,
        string questionnaireId,
        Release release,
        Moment started,
        IEnumerable<AnswerEntry> entries,
        IEnumerable<OtherRisks> otherRisks)
    {
        Id = id;
        ProductId = productId;
        QuestionnaireId = questionnaireId;
        Release = release;
        Started = started;
        _entries = entries.ToDictionary(entry => entry.QuestionId, StringComparer.Ordinal);
        _otherRisks = otherRisks.ToDictionary(risks => risks.CategoryId, StringComparer.Ordinal);
    }

    public AssessmentId Id { get; }

    public ProductId ProductId { get; }

    public string QuestionnaireId { get; }

    public Release Release { get; private set; }

    public Moment Started { get; }

    /// <summary>Who submitted it and when; null while it is a draft.</summary>
    public Moment? Submitted { get; private set; }

    /// <summary>Who withdrew it and when; null unless it was.</summary>
    public Moment? Withdrawn { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public AssessmentState State => this switch
    {
        { Withdrawn: not null } => AssessmentState.Withdrawn,
        { Submitted: not null } => AssessmentState.Submitted,
        _ => AssessmentState.Draft,
    };

    /// <summary>What is known about each question, by question id; questions that nobody touched are missing.</summary>
    public IReadOnlyDictionary<string, AnswerEntry> Entries => _entries;

    /// <summary>Other risks in words, by category id.</summary>
    public IReadOnlyDictionary<string, OtherRisks> OtherRisks => _otherRisks;

    /// <summary>What scoring reads.</summary>
    public AnswerSheet Sheet => new(
        Release.Form,
        Release.Context,
        _entries.ToDictionary(entry => entry.Key, entry => entry.Value.Answer, StringComparer.Ordinal));

    /// <summary>A new draft.</summary>
    /// <exception cref="ArgumentException">The context has an answer that the questionnaire does not know.</exception>
    public static Assessment Start(
        AssessmentId id, ProductId productId, Questionnaire questionnaire, Release release, UserId by, DateTimeOffset at)
    {
        release.Context.ThrowUnlessKnownTo(questionnaire);
        return new Assessment(id, productId, questionnaire.Id, release, new Moment(by, at), [], []);
    }

    /// <summary>An assessment as it was stored.</summary>
    public static Assessment Restore(
        AssessmentId id,
        ProductId productId,
        string questionnaireId,
        Release release,
        Moment started,
        Moment? submitted,
        Moment? withdrawn,
        IEnumerable<AnswerEntry> entries,
        IEnumerable<OtherRisks> otherRisks) =>
        new(id, productId, questionnaireId, release, started, entries, otherRisks)
        {
            Submitted = submitted,
            Withdrawn = withdrawn,
        };

    /// <summary>Answers a question, or takes its answer back with <see cref="Answer.None"/>; note and evidence stay.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside 0-4.</exception>
    public EditOutcome SetAnswer(Questionnaire questionnaire, string questionId, Answer answer, UserId by, DateTimeOffset at)
    {
        var question = Known(questionnaire, questionId);
        if ((WhyFinal() ?? AnswerRules.WhyRefused(questionnaire, question, answer, Sheet)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        _entries[questionId] = EntryOf(questionId, by, at) with
        {
            Answer = answer is Answer.NotApplicable notApplicable ? new Answer.NotApplicable(PlainText.Of(notApplicable.Reason).Trim()) : answer,
            Given = new Moment(by, at),
            Origin = AnswerOrigin.Person,
        };
        return new EditOutcome.Saved(at);
    }

    /// <summary>Writes the note of a question; an empty text removes it.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome ChangeNote(Questionnaire questionnaire, string questionId, string note, UserId by, DateTimeOffset at)
    {
        Known(questionnaire, questionId);
        var why = WhyFinal() ?? (note.Length > AnswerEntry.MaxNoteLength ? new Refusal.TooLong(AnswerEntry.MaxNoteLength) : null);
        if (why is not null)
        {
            return new EditOutcome.Refused(why);
        }

        _entries[questionId] = EntryOf(questionId, by, at) with { Note = PlainText.Of(note) };
        return new EditOutcome.Saved(at);
    }

    /// <summary>Replaces the evidence links of a question; blank ones are left out, repeated ones kept once.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome ChangeEvidence(
        Questionnaire questionnaire, string questionId, IReadOnlyList<string> links, UserId by, DateTimeOffset at)
    {
        Known(questionnaire, questionId);
        string[] kept = [.. links.Select(link => link.Trim()).Where(link => link.Length > 0).Distinct(StringComparer.Ordinal)];
        if ((WhyFinal() ?? AnswerRules.WhyRefused(kept)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        _entries[questionId] = EntryOf(questionId, by, at) with { Evidence = kept };
        return new EditOutcome.Saved(at);
    }

    /// <summary>Writes the other risks of a category; an empty text removes them.</summary>
    /// <exception cref="KeyNotFoundException">The questionnaire does not know the category.</exception>
    public EditOutcome ChangeOtherRisks(Questionnaire questionnaire, string categoryId, string text, UserId by, DateTimeOffset at)
    {
        questionnaire.Category(categoryId);
        var max = Assessments.OtherRisks.MaxLength;
        if ((WhyFinal() ?? (text.Length > max ? new Refusal.TooLong(max) : null)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            _otherRisks.Remove(categoryId);
        }
        else
        {
            _otherRisks[categoryId] = new OtherRisks(categoryId, PlainText.Of(text), new Moment(by, at));
        }

        return new EditOutcome.Saved(at);
    }

    /// <summary>Changes name, planned day, form or context of the release; answers stay, hidden ones included.</summary>
    /// <exception cref="ArgumentException">The context has an answer that the questionnaire does not know.</exception>
    public EditOutcome ChangeRelease(Questionnaire questionnaire, Release release, DateTimeOffset at)
    {
        release.Context.ThrowUnlessKnownTo(questionnaire);
        if (WhyFinal() is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        Release = release;
        return new EditOutcome.Saved(at);
    }

    /// <summary>The shown questions that still need an answer, in the order of the questionnaire.</summary>
    public IReadOnlyList<string> Unanswered(Questionnaire questionnaire)
    {
        var sheet = Sheet;
        return
        [
            .. Visibility.ShownQuestions(questionnaire, Release.Form, Release.Context)
                .Where(question => !AnswerRules.IsAnswered(questionnaire, question, sheet))
                .Select(question => question.Id),
        ];
    }

    /// <summary>Answers every question that still needs an answer with "I don't know".</summary>
    public EditOutcome MarkRestUnknown(Questionnaire questionnaire, UserId by, DateTimeOffset at)
    {
        if (WhyFinal() is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        foreach (var questionId in Unanswered(questionnaire))
        {
            SetAnswer(questionnaire, questionId, Answer.DontKnow, by, at);
        }

        return new EditOutcome.Saved(at);
    }

    /// <summary>Makes the assessment final and scores it.</summary>
    public SubmitOutcome Submit(Questionnaire questionnaire, UserId by, DateTimeOffset at)
    {
        if ((WhyFinal() ?? WhyIncomplete(questionnaire)) is { } why)
        {
            return new SubmitOutcome.Refused(why);
        }

        var sheet = Sheet;
        var result = new AssessmentResult(
            Scorer.Score(questionnaire, sheet, ScoringMode.Submission),
            Advisor.Recommend(questionnaire, sheet, ScoringMode.Submission),
            Advisor.ShortestPathToGo(questionnaire, sheet, ScoringMode.Submission));
        Submitted = new Moment(by, at);
        return new SubmitOutcome.Submitted(at, result);
    }

    /// <summary>Takes a submission back, within the period and by the person who made it.</summary>
    public WithdrawOutcome Withdraw(UserId by, DateTimeOffset at)
    {
        if (WhyNotWithdrawn(by, at) is { } why)
        {
            return new WithdrawOutcome.Refused(why);
        }

        Withdrawn = new Moment(by, at);
        return new WithdrawOutcome.Withdrawn(at);
    }

    /// <summary>Whether the person may take the submission back now.</summary>
    public bool MayBeWithdrawn(UserId by, DateTimeOffset at) => WhyNotWithdrawn(by, at) is null;

    /// <summary>Whether this draft may be thrown away; what was submitted stays for ever.</summary>
    public DiscardOutcome Discard() =>
        WhyFinal() is { } why ? new DiscardOutcome.Refused(why) : new DiscardOutcome.Discarded();

    private static Question Known(Questionnaire questionnaire, string questionId) =>
        questionnaire.FindQuestion(questionId)
        ?? throw new ArgumentException($"The questionnaire has no question {questionId}.", nameof(questionId));

    private Refusal? WhyFinal() => this switch
    {
        { Withdrawn: { } withdrawn } => new Refusal.AlreadyWithdrawn(withdrawn.At, withdrawn.By),
        { Submitted: { } submitted } => new Refusal.AlreadySubmitted(submitted.At, submitted.By),
        _ => null,
    };

    private Refusal? WhyIncomplete(Questionnaire questionnaire)
    {
        var missing = Release.Context.Missing(questionnaire);
        if (missing.Count > 0)
        {
            return new Refusal.ContextIncomplete(missing);
        }

        var unanswered = Unanswered(questionnaire);
        return unanswered.Count > 0 ? new Refusal.StillUnanswered(unanswered) : null;
    }

    private Refusal? WhyNotWithdrawn(UserId by, DateTimeOffset at) => this switch
    {
        { Withdrawn: not null } => WhyFinal(),
        { Submitted: null } => new Refusal.NotSubmitted(),
        { Submitted: var submitted } when submitted.By != by => new Refusal.NotPermitted(submitted.By),
        { Submitted: var submitted } when at > submitted.At + WithdrawalPeriod => new Refusal.TooLate(submitted.At + WithdrawalPeriod),
        _ => null,
    };

    /// <summary>Who answered stays when somebody else writes a note; without an answer the writer is noted.</summary>
    private AnswerEntry EntryOf(string questionId, UserId by, DateTimeOffset at)
    {
        var entry = _entries.GetValueOrDefault(questionId);
        var moment = new Moment(by, at);
        return entry switch
        {
            null => new AnswerEntry { QuestionId = questionId, Answer = Answer.None, Given = moment },
            { Answer: Answer.Unanswered } => entry with { Given = moment },
            _ => entry,
        };
    }
}
