using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>
/// What a change of one question reads, as compiled queries: finding the plan of a query that joins the two costs five times what
/// SQLite needs to answer these. A compiled query belongs to one model, so a store has its own.
/// </summary>
internal sealed class QuestionQueries
{
    private readonly Func<DeployRiskDbContext, AssessmentId, Task<AssessmentRow?>> _assessment =
        EF.CompileAsyncQuery((DeployRiskDbContext context, AssessmentId id) => context.Assessments.SingleOrDefault(row => row.Id == id));

    private readonly Func<DeployRiskDbContext, AssessmentId, string, Task<AnswerRow?>> _answer =
        EF.CompileAsyncQuery((DeployRiskDbContext context, AssessmentId id, string questionId) =>
            context.Answers.SingleOrDefault(row => row.AssessmentId == id && row.QuestionId == questionId));

    /// <summary>The assessment with its answers to these questions and no others, tracked; null when there is none.</summary>
    public async Task<AssessmentRow?> ReadAsync(DeployRiskDbContext context, AssessmentId id, IReadOnlyList<string> questionIds)
    {
        var assessment = await _assessment(context, id);
        foreach (var questionId in questionIds)
        {
            // The context puts it among the answers of the assessment that it tracks.
            await _answer(context, id, questionId);
        }

        return assessment;
    }
}
