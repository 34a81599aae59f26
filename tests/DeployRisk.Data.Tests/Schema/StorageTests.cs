using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Tests.Schema;

public sealed class StorageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ids_SortByTheTimeTheyWereMade()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var made = new List<string>();
        foreach (var name in new[] { "C", "A", "B" })
        {
            database.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await database.ProductAsync(ada, name);
            made.Add(name);
        }

        Assert.Equal(made, await RawAsync(database, """SELECT "Name" AS "Value" FROM "Products" ORDER BY "Id" """));
    }

    [Fact]
    public async Task Times_WithAnOffset_AreOrderedByTheInstant()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var product = await database.ProductAsync(ada);
        foreach (var time in new[] { "2026-03-03T01:00:00+05:00", "2026-03-02T21:30:00+00:00", "2026-03-02T18:00:00-04:00" })
        {
            database.Clock.AdjustTime(DateTimeOffset.Parse(time, null));
            await database.SubmittedAsync(product.Id, ada, time);
        }

        var history = await database.Products.HistoryAsync(product.Id, database.Reader, cancellationToken: Stop);

        Assert.Equal(["2026-03-02T18:00:00-04:00", "2026-03-02T21:30:00+00:00", "2026-03-03T01:00:00+05:00"], history.Submitted.Select(entry => entry.Release));
        Assert.All(history.Submitted, entry => Assert.Equal(TimeSpan.Zero, entry.SubmittedAt!.Value.Offset));
    }

    private static async Task<List<string>> RawAsync(TestDatabase database, string sql)
    {
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
#pragma warning disable EF1002 // The texts are literals of this class.
        return await context.Database.SqlQueryRaw<string>(sql).ToListAsync(Stop);
#pragma warning restore EF1002
    }
}
