using System.Text;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        var now = database.Clock.GetUtcNow();
        var ended = ProductHistory.Ended(context, product, new HistoryPeriod(now.AddYears(-1), now));

        var counting = await PlanAsync(context, ended.Select(row => 1));
        var page = await PlanAsync(context, ended.OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.Id).Take(20));
        var series = await PlanAsync(context, ProductSeries.Submitted(context, product, HistoryPeriod.Always));

        Assert.Contains("USING COVERING INDEX IX_Assessments_ProductId_SubmittedAt_Id", counting, StringComparison.Ordinal);
        Assert.Contains("USING INDEX IX_Assessments_ProductId_SubmittedAt_Id", page, StringComparison.Ordinal);
        Assert.Contains("USING INDEX IX_Assessments_ProductId_State_SubmittedAt", series, StringComparison.Ordinal);
        Assert.DoesNotMatch("SCAN|TEMP B-TREE", counting + page + series);
    }

    [Fact]
    public async Task WhatIsDeleted_IsOverwrittenInTheFile()
    {
        const string Name = "Zebulon";
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.StrangerAsync("Ada", OrganisationRole.Administrator);
        var gone = await database.StrangerAsync(Name);
        Assert.True(await HoldsAsync(Name));

        Assert.IsType<EraseOutcome.Erased>(await database.Services.GetRequiredService<ErasureStore>().EraseAsync(gone, ada, Stop));

        Assert.False(await HoldsAsync(Name));

        async Task<bool> HoldsAsync(string text)
        {
            await using (var context = await database.Contexts.CreateDbContextAsync(Stop))
            {
                await context.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Stop);
            }

            await using var file = new FileStream(database.Options.SqliteFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, Stop);
            return Encoding.Latin1.GetString(bytes).Contains(text, StringComparison.OrdinalIgnoreCase);
        }
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
