using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Tests.Schema;

/// <summary>What SQLite is asked in its own words.</summary>
public sealed class SqliteStorageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ids_AreSixteenBigEndianBytes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);

        var stored = await RawAsync(database, "SELECT hex(Id) AS Value FROM Products");

        Assert.Equal([product.Id.Value.ToString("N").ToUpperInvariant()], stored);
        Assert.Equal([ada.Value.ToString("N").ToUpperInvariant()], await RawAsync(database, "SELECT hex(Id) AS Value FROM AspNetUsers"));
    }

    [Fact]
    public async Task History_UsesTheIndex()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        var product = ProductId.New(database.Clock.GetUtcNow());
        var all = context.Assessments.Where(row => row.ProductId == product).Select(row => row.Result!.Readiness);
        var latest = context.Assessments
            .Where(row => row.ProductId == product && row.State == AssessmentState.Submitted)
            .OrderByDescending(row => row.SubmittedAt);

        var plans = await PlanAsync(context, all) + await PlanAsync(context, latest);

        Assert.Contains("USING INDEX IX_Assessments_ProductId_State_SubmittedAt", plans, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plans, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plans, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync<T>(DeployRiskDbContext context, IQueryable<T> query)
    {
        await context.Database.OpenConnectionAsync(Stop);
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var plan = "";
        while (await reader.ReadAsync(Stop))
        {
            plan += reader.GetString(3) + "\n";
        }

        return plan;
    }

    private static async Task<List<string>> RawAsync(TestDatabase database, string sql)
    {
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
#pragma warning disable EF1002 // The texts are literals of this class.
        return await context.Database.SqlQueryRaw<string>(sql).ToListAsync(Stop);
#pragma warning restore EF1002
    }
}
