using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>
/// One question of an assessment in a transaction that has the assessment to itself. It reads the one answer and those that decide
/// about it, not all: this is what happens most often, and somebody waits for it.
/// </summary>
internal sealed class QuestionChange(RowTransaction transaction, DraftQuestion question) : IAsyncDisposable
{
    public DraftQuestion Question => question;

    /// <summary>How often the assessment was changed, this change included once it is saved.</summary>
    public int Revision => transaction.Row.Revision;

    /// <inheritdoc cref="RowTransaction.Now"/>
    public DateTimeOffset Now => transaction.Now;

    /// <summary>Waits for the assessment; null when there is none.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public static async Task<QuestionChange?> OpenAsync(
        IDbContextFactory<DeployRiskDbContext> contexts,
        QuestionQueries queries,
        Questionnaire questionnaire,
        TimeProvider clock,
        AssessmentId id,
        string questionId,
        CancellationToken cancellationToken)
    {
        var reads = DraftQuestion.Reads(questionnaire, questionId);
        var transaction = await RowTransaction.OpenAsync(contexts, clock, id, context => queries.ReadAsync(context, id, reads), cancellationToken);
        return transaction is null ? null : new QuestionChange(transaction, transaction.Row.ToQuestion(questionnaire, questionId));
    }

    /// <summary>Writes what is known about the question now.</summary>
    public Task SaveAsync(AnswerEntry entry, UserId by, CancellationToken cancellationToken)
    {
        transaction.Row.Take(entry);
        return transaction.SaveAsync(by, cancellationToken);
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
