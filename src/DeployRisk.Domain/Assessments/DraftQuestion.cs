using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Assessments;

/// <summary>
/// One question of a draft, with all that decides whether and how it may change. Several people do it at once: of two answers the
/// later stands; of two notes too, and the earlier is kept beside it; of two lists of links each keeps what it added.
/// </summary>
public sealed class DraftQuestion
{
    private readonly Questionnaire _questionnaire;
    private readonly Question _question;
    private readonly Refusal? _final;
    private readonly Func<AnswerSheet> _sheet;

    internal DraftQuestion(Questionnaire questionnaire, string questionId, Refusal? final, Func<AnswerSheet> sheet, AnswerEntry? entry)
    {
        _questionnaire = questionnaire;
        _question = Known(questionnaire, questionId);
        _final = final;
        _sheet = sheet;
        Entry = entry;
    }

    /// <summary>What is known about the question now; null when nobody has touched it.</summary>
    public AnswerEntry? Entry { get; private set; }

    /// <summary>The question as it was stored.</summary>
    /// <param name="questionnaire">The questionnaire of the assessment.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="life">Until where the assessment is in its life.</param>
    /// <param name="form">How much is asked.</param>
    /// <param name="context">The context answers.</param>
    /// <param name="entries">What is known about the questions that a change reads (<see cref="Reads"/>); others may be missing.</param>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public static DraftQuestion Restore(
        Questionnaire questionnaire,
        string questionId,
        LifeCycle life,
        AssessmentForm form,
        ReleaseContext context,
        IReadOnlyCollection<AnswerEntry> entries) =>
        new(
            questionnaire,
            questionId,
            life.WhyFinal(),
            () => new AnswerSheet(form, context, entries.ToDictionary(entry => entry.QuestionId, entry => entry.Counted, StringComparer.Ordinal)),
            entries.FirstOrDefault(entry => entry.QuestionId == questionId));

    /// <summary>The questions that a change of this one reads: itself, and those that decide whether it may be set aside.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public static IReadOnlyList<string> Reads(Questionnaire questionnaire, string questionId) =>
    [
        .. (Known(questionnaire, questionId).NotApplicable?.RefusedWhen?.Reads() ?? [])
            .Where(id => questionnaire.FindQuestion(id) is not null)
            .Append(questionId)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Answers the question, or takes its answer back with <see cref="Answer.None"/>; note and evidence stay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside 0-4.</exception>
    public EditOutcome SetAnswer(Answer answer, UserId by, DateTimeOffset at)
    {
        if ((_final ?? AnswerRules.WhyRefused(_questionnaire, _question, answer, _sheet)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        Entry = EntryOf(by, at) with
        {
            Answer = answer is Answer.NotApplicable notApplicable ? new Answer.NotApplicable(PlainText.Of(notApplicable.Reason).Trim()) : answer,
            Given = new Moment(by, at),
            Origin = AnswerOrigin.Person,
        };
        return new EditOutcome.Saved(at);
    }

    /// <summary>Confirms a copied answer: from now on it is given by who confirmed it. Nothing happens when there is none, or none that may stand.</summary>
    internal EditOutcome Confirm(UserId by, DateTimeOffset at) =>
        Entry is { IsToConfirm: true, Answer: var answer } ? SetAnswer(answer, by, at) : new EditOutcome.Saved(at);

    /// <summary>
    /// Writes the note; an empty text removes it. A note other than the one that its writer had before them
    /// (<paramref name="basedOn"/>; null to replace whatever is there) is kept in <see cref="AnswerEntry.EarlierNotes"/>.
    /// </summary>
    public EditOutcome ChangeNote(string note, UserId by, DateTimeOffset at, string? basedOn)
    {
        if ((_final ?? AnswerRules.WhyTooLong(note, AnswerEntry.MaxNoteLength)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var entry = EntryOf(by, at);
        var text = PlainText.Of(note);
        var stored = entry.NoteWritten is { } written ? new EarlierText(entry.Note, written) : null;
        Entry = entry with
        {
            Note = text,
            NoteWritten = new Moment(by, at),
            EarlierNotes = EarlierTexts.After(entry.EarlierNotes, stored, text, basedOn),
        };
        return new EditOutcome.Saved(at);
    }

    /// <summary>Removes a note that was kept because somebody replaced it unseen; nothing happens when it is gone already.</summary>
    public EditOutcome RemoveEarlierNote(Moment written, UserId by, DateTimeOffset at)
    {
        if (_final is not null)
        {
            return new EditOutcome.Refused(_final);
        }

        var entry = EntryOf(by, at);
        Entry = entry with { EarlierNotes = entry.EarlierNotes.Without(written) };
        return new EditOutcome.Saved(at);
    }

    /// <summary>
    /// Replaces the evidence links; blank ones are left out, repeated ones kept once. Links that others added to those that the
    /// writer had before them (<paramref name="basedOn"/>; null to replace all) stay.
    /// </summary>
    public EditOutcome ChangeEvidence(IReadOnlyList<string> links, UserId by, DateTimeOffset at, IReadOnlyList<string>? basedOn)
    {
        var entry = EntryOf(by, at);
        var addedByOthers = basedOn is null ? [] : entry.Evidence.Except(basedOn, StringComparer.Ordinal);
        string[] kept =
        [
            .. links.Select(link => link.Trim()).Where(link => link.Length > 0).Concat(addedByOthers).Distinct(StringComparer.Ordinal),
        ];
        if ((_final ?? AnswerRules.WhyRefused(kept)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        Entry = entry with { Evidence = kept };
        return new EditOutcome.Saved(at);
    }

    private static Question Known(Questionnaire questionnaire, string questionId) =>
        questionnaire.FindQuestion(questionId)
        ?? throw new ArgumentException($"The questionnaire has no question {questionId}.", nameof(questionId));

    /// <summary>Who answered stays when somebody else writes a note; without an answer the writer is noted.</summary>
    private AnswerEntry EntryOf(UserId by, DateTimeOffset at)
    {
        var moment = new Moment(by, at);
        return Entry switch
        {
            null => new AnswerEntry { QuestionId = _question.Id, Answer = Answer.None, Given = moment },
            { Answer: Answer.Unanswered } => Entry with { Given = moment },
            _ => Entry,
        };
    }
}
