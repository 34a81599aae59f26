using DeployRisk.Data.Changes;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores;

/// <content>Answering a draft. Whoever has it open is told of every change once it is stored.</content>
public sealed partial class AssessmentStore
{
    /// <summary>Answers a question, or takes its answer back with <see cref="Answer.None"/>.</summary>
    public Task<EditOutcome> AnswerAsync(AssessmentId id, string questionId, Answer answer, UserId by, CancellationToken cancellationToken = default) =>
        EditQuestionAsync(id, questionId, by, (question, now) => question.SetAnswer(answer, by, now), cancellationToken);

    /// <summary>Writes the note of a question, based on the one its writer had before them; an empty text removes it.</summary>
    public Task<EditOutcome> SaveNoteAsync(
        AssessmentId id, string questionId, string note, string? basedOn, UserId by, CancellationToken cancellationToken = default) =>
        EditQuestionAsync(id, questionId, by, (question, now) => question.ChangeNote(note, by, now, basedOn), cancellationToken);

    /// <summary>Removes a note that was kept because somebody replaced it unseen.</summary>
    public Task<EditOutcome> RemoveEarlierNoteAsync(
        AssessmentId id, string questionId, Moment written, UserId by, CancellationToken cancellationToken = default) =>
        EditQuestionAsync(id, questionId, by, (question, now) => question.RemoveEarlierNote(written, by, now), cancellationToken);

    /// <summary>Replaces the evidence links of a question, based on those that their writer had before them.</summary>
    public Task<EditOutcome> SaveEvidenceAsync(
        AssessmentId id,
        string questionId,
        IReadOnlyList<string> links,
        IReadOnlyList<string>? basedOn,
        UserId by,
        CancellationToken cancellationToken = default) =>
        EditQuestionAsync(id, questionId, by, (question, now) => question.ChangeEvidence(links, by, now, basedOn), cancellationToken);

    /// <summary>Writes the other risks of a category, based on the text its writer had before them; an empty text removes them.</summary>
    public Task<EditOutcome> SaveOtherRisksAsync(
        AssessmentId id, string categoryId, string text, string? basedOn, UserId by, CancellationToken cancellationToken = default) =>
        EditRisksAsync(id, categoryId, by, (assessment, now) => assessment.ChangeOtherRisks(questionnaire, categoryId, text, by, now, basedOn), cancellationToken);

    /// <summary>Removes a text on other risks that was kept because somebody replaced it unseen.</summary>
    public Task<EditOutcome> RemoveEarlierRisksAsync(
        AssessmentId id, string categoryId, Moment written, UserId by, CancellationToken cancellationToken = default) =>
        EditRisksAsync(id, categoryId, by, (assessment, now) => assessment.RemoveEarlierRisks(questionnaire, categoryId, written, now), cancellationToken);

    /// <summary>Answers what is still unanswered with "I don't know".</summary>
    public Task<EditOutcome> MarkRestUnknownAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default) =>
        EditAsync(id, by, (assessment, now) => assessment.MarkRestUnknown(questionnaire, by, now), MuchChanged, cancellationToken);

    /// <summary>Copies the answers of an earlier submission; they wait to be confirmed.</summary>
    public async Task<EditOutcome> CopyAnswersAsync(AssessmentId id, AssessmentId fromId, UserId by, CancellationToken cancellationToken = default)
    {
        var from = await LoadAsync(fromId, by, cancellationToken);
        return from is { Assessment: { Submitted: not null } source }
            ? await EditAsync(id, by, (assessment, now) => assessment.CopyAnswers(questionnaire, source, now), MuchChanged, cancellationToken)
            : new EditOutcome.Refused(new Refusal.Missing());
    }

    /// <summary>Confirms the copied answers of these questions.</summary>
    public Task<EditOutcome> ConfirmAsync(
        AssessmentId id, IReadOnlyCollection<string> questionIds, UserId by, CancellationToken cancellationToken = default) =>
        EditAsync(id, by, (assessment, now) => assessment.Confirm(questionnaire, questionIds, by, now), MuchChanged, cancellationToken);

    private static AssessmentNews MuchChanged(Assessment assessment, int revision) => new AssessmentNews.MuchChanged(revision);

    private async Task<EditOutcome> EditQuestionAsync(
        AssessmentId id, string questionId, UserId by, Func<DraftQuestion, DateTimeOffset, EditOutcome> edit, CancellationToken cancellationToken)
    {
        await using var change = await QuestionChange.OpenAsync(contexts, questionnaire, clock, id, questionId, by, cancellationToken);
        if (change.Refused is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var outcome = edit(change.Question, change.Now);
        if (outcome is not EditOutcome.Saved saved || change.Question.Entry is not { } entry)
        {
            return outcome;
        }

        await change.SaveAsync(entry, by, cancellationToken);
        feed.Publish(AssessmentNews.Of(id), new AssessmentNews.QuestionChanged(change.Revision, entry));
        return saved with { Revision = change.Revision };
    }

    private Task<EditOutcome> EditRisksAsync(
        AssessmentId id, string categoryId, UserId by, Func<Assessment, DateTimeOffset, EditOutcome> edit, CancellationToken cancellationToken) =>
        EditAsync(
            id,
            by,
            edit,
            (assessment, revision) => new AssessmentNews.RisksChanged(revision, categoryId, assessment.OtherRisks.GetValueOrDefault(categoryId)),
            cancellationToken);

    private async Task<EditOutcome> EditAsync(
        AssessmentId id,
        UserId by,
        Func<Assessment, DateTimeOffset, EditOutcome> edit,
        Func<Assessment, int, AssessmentNews> news,
        CancellationToken cancellationToken)
    {
        await using var change = await OpenAsync(id, by, cancellationToken);
        if (change.Refused is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        var outcome = edit(change.Assessment, change.Now);
        if (outcome is not EditOutcome.Saved saved)
        {
            return outcome;
        }

        await change.SaveAsync(by, cancellationToken);
        feed.Publish(AssessmentNews.Of(id), news(change.Assessment, change.Revision));
        return saved with { Revision = change.Revision };
    }
}
