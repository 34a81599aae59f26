using DeployRisk.Data;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.TestKit.Databases;

/// <summary>Gives a product a past that would take minutes to submit.</summary>
public static class LongHistory
{
    /// <summary>Copies a submitted assessment so many times, each a while before the one before: 1 is the latest copy.</summary>
    /// <returns>The ids of the copies, the latest first.</returns>
    public static async Task<IReadOnlyList<AssessmentId>> BeforeAsync(
        IDbContextFactory<DeployRiskDbContext> contexts, AssessmentId id, int count, TimeSpan apart, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Assessments.AsNoTracking()
            .Include(row => row.Result!.Categories)
            .SingleAsync(row => row.Id == id, cancellationToken);
        var copies = Enumerable.Range(1, count).Select(number => Copy(row, number, apart)).ToList();
        context.AddRange(copies);
        await context.SaveChangesAsync(cancellationToken);
        return [.. copies.Select(copy => copy.Id)];
    }

    private static AssessmentRow Copy(AssessmentRow row, int number, TimeSpan apart)
    {
        var submitted = row.SubmittedAt!.Value - (apart * number);
        var id = AssessmentId.New(submitted);
        var result = row.Result!;
        return new AssessmentRow
        {
            Id = id,
            ProductId = row.ProductId,
            QuestionnaireId = row.QuestionnaireId,
            State = row.State,
            ReleaseName = $"{row.ReleaseName}-{number}",
            PlannedOn = row.PlannedOn,
            Form = row.Form,
            Context = row.Context,
            StartedBy = row.StartedBy,
            StartedAt = submitted,
            LastEditedBy = row.LastEditedBy,
            LastEditedAt = submitted,
            SubmittedBy = row.SubmittedBy,
            SubmittedAt = submitted,
            Result = new ResultRow
            {
                AssessmentId = id,
                Verdict = result.Verdict,
                Tier = result.Tier,
                GoLine = result.GoLine,
                FloorLine = result.FloorLine,
                NoGoLine = result.NoGoLine,
                Readiness = result.Readiness,
                Potential = result.Potential,
                Coverage = result.Coverage,
                QuestionnaireVersion = result.QuestionnaireVersion,
                QuestionnaireHash = result.QuestionnaireHash,
                Document = result.Document,
                Categories = [.. result.Categories.Select(category => new CategoryResultRow { AssessmentId = id, CategoryId = category.CategoryId, Readiness = category.Readiness })],
            },
        };
    }
}
