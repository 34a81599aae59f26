using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>The life cycle of assessments: loads, lets the domain decide, saves. Every method is one transaction.</summary>
public sealed class AssessmentStore(IDbContextFactory<DeployRiskDbContext> contexts, Questionnaire questionnaire, TimeProvider clock)
{
    /// <summary>Starts a draft.</summary>
    public async Task<StartOutcome> StartAsync(ProductId productId, Release release, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The assessment in whatever state, or null.</summary>
    public async Task<LoadedAssessment?> LoadAsync(AssessmentId id, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The product's latest submission before the given time that was not withdrawn, or null.</summary>
    public async Task<StoredResult?> LoadPreviousAsync(ProductId productId, DateTimeOffset before, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>A submitted (perhaps withdrawn) assessment with its result, or null when there is none or it is a draft.</summary>
    public async Task<StoredResult?> ResultAsync(AssessmentId id, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Answers a question, or takes its answer back with <see cref="Answer.None"/>.</summary>
    public async Task<EditOutcome> AnswerAsync(AssessmentId id, string questionId, Answer answer, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Writes the note of a question; an empty text removes it.</summary>
    public async Task<EditOutcome> SaveNoteAsync(AssessmentId id, string questionId, string note, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Replaces the evidence links of a question.</summary>
    public async Task<EditOutcome> SaveEvidenceAsync(AssessmentId id, string questionId, IReadOnlyList<string> links, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Writes the other risks of a category; an empty text removes them.</summary>
    public async Task<EditOutcome> SaveOtherRisksAsync(AssessmentId id, string categoryId, string text, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Changes name, planned day, form or context of a draft's release.</summary>
    public async Task<EditOutcome> ChangeReleaseAsync(AssessmentId id, Release release, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Answers what is still unanswered with "I don't know".</summary>
    public async Task<EditOutcome> MarkRestUnknownAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Makes a draft final and keeps its result.</summary>
    public async Task<SubmitOutcome> SubmitAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Takes a submission back, within the hour and by the person who made it.</summary>
    public async Task<WithdrawOutcome> WithdrawAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Throws a draft and its answers away; this cannot be undone.</summary>
    public async Task<DiscardOutcome> DiscardDraftAsync(AssessmentId id, UserId by, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
