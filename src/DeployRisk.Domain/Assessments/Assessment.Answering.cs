using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <content>
/// Answering. Several people do it at once: of two answers the later stands; of two texts too, and the earlier is kept
/// beside it; of two lists of links each keeps what it added.
/// </content>
public sealed partial class Assessment
{
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

    /// <summary>
    /// Writes the note of a question; an empty text removes it. A note other than the one that its writer had before them
    /// (<paramref name="basedOn"/>; null to replace whatever is there) is kept in <see cref="AnswerEntry.EarlierNotes"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome ChangeNote(
        Questionnaire questionnaire, string questionId, string note, UserId by, DateTimeOffset at, string? basedOn = null)
    {
        Known(questionnaire, questionId);
        if ((WhyFinal() ?? AnswerRules.WhyTooLong(note, AnswerEntry.MaxNoteLength)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var entry = EntryOf(questionId, by, at);
        var text = PlainText.Of(note);
        var stored = entry.NoteWritten is { } written ? new EarlierText(entry.Note, written) : null;
        _entries[questionId] = entry with
        {
            Note = text,
            NoteWritten = new Moment(by, at),
            EarlierNotes = EarlierTexts.After(entry.EarlierNotes, stored, text, basedOn),
        };
        return new EditOutcome.Saved(at);
    }

    /// <summary>Removes a note that was kept because somebody replaced it unseen; nothing happens when it is gone already.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome RemoveEarlierNote(Questionnaire questionnaire, string questionId, Moment written, UserId by, DateTimeOffset at)
    {
        Known(questionnaire, questionId);
        if (WhyFinal() is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var entry = EntryOf(questionId, by, at);
        _entries[questionId] = entry with { EarlierNotes = entry.EarlierNotes.Without(written) };
        return new EditOutcome.Saved(at);
    }

    /// <summary>
    /// Replaces the evidence links of a question; blank ones are left out, repeated ones kept once. Links that others added to
    /// those that the writer had before them (<paramref name="basedOn"/>; null to replace all) stay.
    /// </summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome ChangeEvidence(
        Questionnaire questionnaire,
        string questionId,
        IReadOnlyList<string> links,
        UserId by,
        DateTimeOffset at,
        IReadOnlyList<string>? basedOn = null)
    {
        Known(questionnaire, questionId);
        var entry = EntryOf(questionId, by, at);
        var addedByOthers = basedOn is null ? [] : entry.Evidence.Except(basedOn, StringComparer.Ordinal);
        string[] kept =
        [
            .. links.Select(link => link.Trim()).Where(link => link.Length > 0).Concat(addedByOthers).Distinct(StringComparer.Ordinal),
        ];
        if ((WhyFinal() ?? AnswerRules.WhyRefused(kept)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        _entries[questionId] = entry with { Evidence = kept };
        return new EditOutcome.Saved(at);
    }

    /// <summary>
    /// Writes the other risks of a category; an empty text removes them. A text other than the one that its writer had before
    /// them (<paramref name="basedOn"/>; null to replace whatever is there) is kept in <see cref="OtherRisks.Earlier"/>.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The questionnaire does not know the category.</exception>
    public EditOutcome ChangeOtherRisks(
        Questionnaire questionnaire, string categoryId, string text, UserId by, DateTimeOffset at, string? basedOn = null)
    {
        questionnaire.Category(categoryId);
        if ((WhyFinal() ?? AnswerRules.WhyTooLong(text, Assessments.OtherRisks.MaxLength)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var before = _otherRisks.GetValueOrDefault(categoryId);
        var plain = string.IsNullOrWhiteSpace(text) ? "" : PlainText.Of(text);
        var stored = before is null ? null : new EarlierText(before.Text, before.Written);
        Keep(new OtherRisks(categoryId, plain, new Moment(by, at)) { Earlier = EarlierTexts.After(before?.Earlier ?? [], stored, plain, basedOn) });
        return new EditOutcome.Saved(at);
    }

    /// <summary>Removes a text on other risks that was kept because somebody replaced it unseen.</summary>
    /// <exception cref="KeyNotFoundException">The questionnaire does not know the category.</exception>
    public EditOutcome RemoveEarlierRisks(Questionnaire questionnaire, string categoryId, Moment written, DateTimeOffset at)
    {
        questionnaire.Category(categoryId);
        if (WhyFinal() is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        if (_otherRisks.GetValueOrDefault(categoryId) is { } risks)
        {
            Keep(risks with { Earlier = risks.Earlier.Without(written) });
        }

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

    private static Question Known(Questionnaire questionnaire, string questionId) =>
        questionnaire.FindQuestion(questionId)
        ?? throw new ArgumentException($"The questionnaire has no question {questionId}.", nameof(questionId));

    private void Keep(OtherRisks risks)
    {
        if (risks is { Text: "", Earlier: [] })
        {
            _otherRisks.Remove(risks.CategoryId);
        }
        else
        {
            _otherRisks[risks.CategoryId] = risks;
        }
    }

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
