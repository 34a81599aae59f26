using DeployRisk.Data.Auditing;
using DeployRisk.TestKit.Builders;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Tests.Auditing;

public sealed class AuditTrailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deeds_AreNotedWithWhoAndWhen_WithoutTheTextOfAnswers()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        await database.Products.RenameAsync(product.Id, "Payments API", "", ada, Stop);
        var id = await database.DraftAsync(product.Id, ada);
        await database.Assessments.ChangeReleaseAsync(id, Releases.Of("1.0.1"), null, ada, Stop);
        await database.AnswerAllAsync(id, ada);
        await database.Assessments.SaveNoteAsync(id, "AVA-2", "the secret", null, ada, Stop);
        await database.Assessments.SubmitAsync(id, ada, Stop);
        await database.Assessments.WithdrawAsync(id, ada, Stop);
        await database.Assessments.DiscardDraftAsync(await database.DraftAsync(product.Id, ada, "gone"), ada, Stop);

        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        var trail = await context.Audit.OrderBy(row => row.Id).ToListAsync(Stop);

        Assert.Equal(
            [
                AuditAction.ProductCreated,
                AuditAction.ProductRenamed,
                AuditAction.AssessmentStarted,
                AuditAction.ReleaseChanged,
                AuditAction.AssessmentSubmitted,
                AuditAction.AssessmentWithdrawn,
                AuditAction.AssessmentStarted,
                AuditAction.DraftDiscarded,
            ],
            trail.Select(row => row.Action));
        Assert.All(trail, row => Assert.Equal(ada, row.By));
        Assert.All(trail, row => Assert.DoesNotContain("secret", row.Details, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RefusedDeeds_AreNotNoted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        var id = await database.DraftAsync(product.Id, ada);
        await database.Assessments.SubmitAsync(id, ada, Stop);
        await database.Assessments.WithdrawAsync(id, ada, Stop);

        await using var context = await database.Contexts.CreateDbContextAsync(Stop);

        Assert.Equal(2, await context.Audit.CountAsync(Stop));
    }
}
