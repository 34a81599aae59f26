using DeployRisk.Data.Auditing;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Auditing;

/// <summary>Somebody who can write to the database changes the past: each way is found.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private UserId _ada;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        _ada = await _database.UserAsync();
        foreach (var name in new[] { "First", "Second", "Third", "Fourth", "Fifth" })
        {
            await _database.ProductAsync(_ada, name);
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Trail_ThatNobodyTouched_IsWhole_AndItsHeadMoves()
    {
        var before = Assert.IsType<AuditVerification.Whole>(await VerifyAsync());
        await _database.ProductAsync(_ada, "Sixth");
        var after = Assert.IsType<AuditVerification.Whole>(await VerifyAsync());

        Assert.Equal((5, 6), (before.Records, after.Records));
        Assert.Equal(64, after.Head.Length);
        Assert.NotEqual(before.Head, after.Head);
    }

    [Fact]
    public async Task Trail_ThatIsWrittenMeanwhile_IsWhole()
    {
        var verifying = Enumerable.Range(0, 20).Select(_ => Task.Run(VerifyAsync, Stop)).ToList();
        foreach (var index in Enumerable.Range(0, 20))
        {
            await _database.ProductAsync(_ada, $"Product {index}");
        }

        Assert.All(await Task.WhenAll(verifying), found => Assert.IsType<AuditVerification.Whole>(found));
    }

    [Fact]
    public async Task TrailThatWasMadeAnew_IsFoundWithAHeadThatWasKept()
    {
        var kept = AuditHead.Read($"5:{Assert.IsType<AuditVerification.Whole>(await VerifyAsync()).Head}");
        await _database.ProductAsync(_ada, "Sixth");
        var verifier = _database.Services.GetRequiredService<AuditVerifier>();
        Assert.IsType<AuditVerification.Whole>(await verifier.VerifyAsync(kept, Stop));

        Assert.Equal(5, Assert.IsType<AuditVerification.MadeAnew>(await verifier.VerifyAsync(kept! with { Hash = new string('0', 64) }, Stop)).Sequence);
        Assert.Equal(7, Assert.IsType<AuditVerification.Missing>(await verifier.VerifyAsync(kept with { Sequence = 9 }, Stop)).Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5:abc")]
    [InlineData("-5:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("5:000000000000000000000000000000000000000000000000000000000000000g")]
    public void WhatIsNoHead_IsNotRead(string text) => Assert.Null(AuditHead.Read(text));

    [Fact]
    public async Task Empty_IsWhole()
    {
        await using var empty = await TestDatabase.CreateAsync();

        Assert.Equal(0, Assert.IsType<AuditVerification.Whole>(await empty.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop)).Records);
    }

    [Theory]
    [InlineData("Details = 'Nothing happened'")]
    [InlineData("At = At - 1")]
    [InlineData("Action = 'ProductRenamed'")]
    [InlineData("Origin = '192.0.2.1'")]
    [InlineData("Product = SubjectId, SubjectId = Id")]
    public async Task ChangedRecord_IsFound(string change)
    {
        await TamperAsync($"UPDATE AuditTrail SET {change} WHERE Sequence = 3");

        Assert.Equal(3, Assert.IsType<AuditVerification.Changed>(await VerifyAsync()).Sequence);
    }

    [Fact]
    public async Task DeletedRecord_IsFound()
    {
        await TamperAsync("DELETE FROM AuditTrail WHERE Sequence = 3");

        Assert.Equal(3, Assert.IsType<AuditVerification.Missing>(await VerifyAsync()).Sequence);
    }

    [Fact]
    public async Task DeletedRecord_WhoseGapWasClosed_IsFound()
    {
        await TamperAsync("DELETE FROM AuditTrail WHERE Sequence = 3");
        await TamperAsync("UPDATE AuditTrail SET Sequence = 3 WHERE Sequence = 4");
        await TamperAsync("UPDATE AuditTrail SET Sequence = 4 WHERE Sequence = 5");

        Assert.Equal(3, Assert.IsType<AuditVerification.Changed>(await VerifyAsync()).Sequence);
    }

    [Fact]
    public async Task LastRecord_Deleted_IsFound()
    {
        await TamperAsync("DELETE FROM AuditTrail WHERE Sequence = 5");

        Assert.Equal(5, Assert.IsType<AuditVerification.Missing>(await VerifyAsync()).Sequence);
    }

    [Fact]
    public async Task TwoRecords_Swapped_AreFound()
    {
        await TamperAsync("UPDATE AuditTrail SET Sequence = 100 WHERE Sequence = 2");
        await TamperAsync("UPDATE AuditTrail SET Sequence = 2 WHERE Sequence = 3");
        await TamperAsync("UPDATE AuditTrail SET Sequence = 3 WHERE Sequence = 100");

        Assert.Equal(2, Assert.IsType<AuditVerification.Changed>(await VerifyAsync()).Sequence);
    }

    [Fact]
    public async Task Trail_ErasedWithItsHead_IsFound()
    {
        await using (var context = await _database.Contexts.CreateDbContextAsync(Stop))
        {
            await context.Audit.ExecuteDeleteAsync(Stop);
        }

        await TamperAsync("DELETE FROM AuditHead");

        Assert.IsType<AuditVerification.Missing>(await VerifyAsync());
    }

    [Fact]
    public async Task SecondStart_MovesNothing()
    {
        var before = await VerifyAsync();
        await _database.PrepareAsync();

        Assert.Equal(before, await VerifyAsync());
    }

    [Fact]
    public async Task Head_PutBack_IsFound()
    {
        await TamperAsync("UPDATE AuditHead SET Sequence = 4");

        Assert.Equal(5, Assert.IsType<AuditVerification.Added>(await VerifyAsync()).Sequence);
    }

    [Fact]
    public async Task DeedsAtOnce_MakeOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => _database.Products.CreateAsync($"At once {number}", "", _ada, Stop), Stop)));

        Assert.Equal(17, Assert.IsType<AuditVerification.Whole>(await VerifyAsync()).Records);
    }

    [Fact]
    public async Task RolledBackDeed_LeavesNoRecord()
    {
        await _database.Products.CreateAsync("First", "", _ada, Stop);

        Assert.Equal(5, Assert.IsType<AuditVerification.Whole>(await VerifyAsync()).Records);
    }

    [Fact]
    public async Task RecordsOfBefore_AreChainedAtTheStart_WithTheirProducts()
    {
        var product = (await _database.Products.ListAsync(_ada, Stop))[0];
        await _database.DraftAsync(product.Id, _ada);
        await using (var context = await _database.Contexts.CreateDbContextAsync(Stop))
        {
            await context.GetService<IMigrator>().MigrateAsync("ProductMembers", Stop);
        }

        await _database.PrepareAsync();

        Assert.Equal(6, Assert.IsType<AuditVerification.Whole>(await VerifyAsync()).Records);
        await using var after = await _database.Contexts.CreateDbContextAsync(Stop);
        var draft = await after.Audit.SingleAsync(row => row.Action == AuditAction.AssessmentStarted, Stop);
        Assert.Equal((product.Id, 6), (draft.Product, draft.Sequence));
    }

    [Fact]
    public async Task Record_SaysWhereItWasDoneFrom()
    {
        AuditOrigin.Current = "192.0.2.7";
        await _database.ProductAsync(_ada, "From afar");

        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        Assert.Equal("192.0.2.7", (await context.Audit.OrderBy(row => row.Sequence).LastAsync(Stop)).Origin);
        Assert.IsType<AuditVerification.Whole>(await VerifyAsync());
    }

    private Task<AuditVerification> VerifyAsync() => _database.Services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop);

    /// <summary>Changes the database behind the application's back; names are quoted for PostgreSQL.</summary>
    private async Task TamperAsync(string sql)
    {
        string[] names = ["AuditTrail", "AuditHead", "Sequence", "Details", "At", "Action", "Origin", "Product", "SubjectId", "Id"];
        var quoted = System.Text.RegularExpressions.Regex.Replace(sql, $@"(?<!')\b({string.Join('|', names)})\b(?!')", "\"$1\"");
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        Assert.Equal(1, await context.Database.ExecuteSqlRawAsync(quoted, Stop));
    }
}
