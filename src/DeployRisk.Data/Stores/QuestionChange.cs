using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>
/// One question of an assessment in a transaction that has the assessment to itself. It reads the one answer and those that decide
/// about it, not all: this is what happens most often, and somebody waits for it.
/// </summary>
internal sealed class QuestionChange(RowTransaction transaction, Questionnaire questionnaire, string questionId) : IAsyncDisposable
{
    /// <inheritdoc cref="RowTransaction.Refused"/>
    public Refusal? Refused => transaction.Refused;

    /// <summary>The question.</summary>
    /// <exception cref="InvalidOperationException">It is refused.</exception>
    public DraftQuestion Question => field ??= transaction.Row.ToQuestion(questionnaire, questionId);

    /// <summary>How often the assessment was changed, this change included once it is saved.</summary>
    public int Revision => transaction.Row.Revision;

    /// <inheritdoc cref="RowTransaction.Now"/>
    public DateTimeOffset Now => transaction.Now;

    /// <summary>Waits for the assessment and asks whether this person may change it.</summary>
    /// <exception cref="ArgumentException">The questionnaire does not know the question.</exception>
    public static Task<QuestionChange> OpenAsync(
        IDbContextFactory<DeployRiskDbContext> contexts,
        Questionnaire questionnaire,
        TimeProvider clock,
        AssessmentId id,
        string questionId,
        UserId by,
        CancellationToken cancellationToken)
    {
        var reads = DraftQuestion.Reads(questionnaire, questionId);
        return RowTransaction.OpenAsync(
            contexts,
            clock,
            id,
            by,
            context => CompiledQueries.Of(context).QuestionsAsync(context, id, reads),
            transaction => new QuestionChange(transaction, questionnaire, questionId),
            cancellationToken);
    }

    /// <summary>Writes what is known about the question now.</summary>
    public Task SaveAsync(AnswerEntry entry, UserId by, CancellationToken cancellationToken)
    {
        transaction.Row.Take(entry);
        return transaction.SaveAsync(by, cancellationToken);
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
