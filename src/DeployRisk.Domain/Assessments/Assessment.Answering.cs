using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <content>Answering: what is decided about one question is in <see cref="DraftQuestion"/>.</content>
public sealed partial class Assessment
{
    /// <inheritdoc cref="DraftQuestion.SetAnswer"/>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome SetAnswer(Questionnaire questionnaire, string questionId, Answer answer, UserId by, DateTimeOffset at) =>
        Change(questionnaire, questionId, question => question.SetAnswer(answer, by, at));

    /// <inheritdoc cref="DraftQuestion.ChangeNote"/>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome ChangeNote(
        Questionnaire questionnaire, string questionId, string note, UserId by, DateTimeOffset at, string? basedOn = null) =>
        Change(questionnaire, questionId, question => question.ChangeNote(note, by, at, basedOn));

    /// <inheritdoc cref="DraftQuestion.RemoveEarlierNote"/>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome RemoveEarlierNote(Questionnaire questionnaire, string questionId, Moment written, UserId by, DateTimeOffset at) =>
        Change(questionnaire, questionId, question => question.RemoveEarlierNote(written, by, at));

    /// <inheritdoc cref="DraftQuestion.ChangeEvidence"/>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public EditOutcome ChangeEvidence(
        Questionnaire questionnaire,
        string questionId,
        IReadOnlyList<string> links,
        UserId by,
        DateTimeOffset at,
        IReadOnlyList<string>? basedOn = null) =>
        Change(questionnaire, questionId, question => question.ChangeEvidence(links, by, at, basedOn));

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
        var plain = PlainText.IsBlank(text) ? "" : PlainText.Of(text);
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

    private EditOutcome Change(Questionnaire questionnaire, string questionId, Func<DraftQuestion, EditOutcome> change)
    {
        var question = new DraftQuestion(questionnaire, questionId, WhyFinal(), () => Sheet, _entries.GetValueOrDefault(questionId));
        var outcome = change(question);
        if (question.Entry is { } entry)
        {
            _entries[questionId] = entry;
        }

        return outcome;
    }

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
}
