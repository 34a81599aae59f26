using DeployRisk.Data.Troubles;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DeployRisk.Data.Tests.Troubles;

/// <summary>A SQLite file that goes bad while it is in use: what was saved stays, and the trouble is told from a defect.</summary>
public sealed class DatabaseTroubleTests
{
    private static readonly string Long = new('x', AnswerEntry.MaxNoteLength);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Disk.Full, DatabaseTrouble.Full)]
    [InlineData(Disk.ReadOnly, DatabaseTrouble.ReadOnly)]
    public async Task BadDisk_WhileAnswering_KeepsWhatWasSavedAndTakesTheRestLater(Disk disk, DatabaseTrouble expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), ada, Stop);

        database.Disk = disk;
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => database.Assessments.SaveNoteAsync(id, "AVA-1", Long, "", ada, Stop));

        Assert.Equal(expected, DatabaseTroubles.Of(failure));
        var entry = (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.Entries["AVA-1"];
        Assert.Equal((new Answer.AtLevel(3), ""), (entry.Answer, entry.Note));

        database.Disk = Disk.Fine;
        Assert.IsType<EditOutcome.Saved>(await database.Assessments.SaveNoteAsync(id, "AVA-1", Long, "", ada, Stop));
        Assert.Equal(Long, (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.Entries["AVA-1"].Note);
    }

    [Fact]
    public async Task ReadOnlyFile_WhileSubmitting_LeavesADraftThatCanBeSubmittedLater()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        var id = await database.DraftAsync((await database.ProductAsync(ada)).Id, ada);
        await database.AnswerAllAsync(id, ada);

        database.Disk = Disk.ReadOnly;
        await Assert.ThrowsAnyAsync<Exception>(() => database.Assessments.SubmitAsync(id, ada, Stop));

        Assert.Equal(AssessmentState.Draft, (await database.Assessments.LoadAsync(id, database.Reader, Stop))!.Assessment.State);
        database.Disk = Disk.Fine;
        Assert.IsType<SubmitOutcome.Submitted>(await database.Assessments.SubmitAsync(id, ada, Stop));
    }

    [Fact]
    public async Task OverwrittenPages_WhileRunning_AreToldAsDamage()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        await database.ProductAsync(ada);

        await database.OverwriteAsync();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => database.Products.ListAsync(database.Reader, Stop));
        Assert.Equal(DatabaseTrouble.Damaged, DatabaseTroubles.Of(failure));
    }

    [Theory]
    [InlineData(5, DatabaseTrouble.Locked)]
    [InlineData(6, DatabaseTrouble.Locked)]
    [InlineData(10, DatabaseTrouble.DiskFailing)]
    [InlineData(14, DatabaseTrouble.DiskFailing)]
    [InlineData(26, DatabaseTrouble.Damaged)]
    [InlineData(19, null)]
    public void SqliteError_IsTrouble_UnlessItIsAboutTheData(int code, DatabaseTrouble? expected) =>
        Assert.Equal(expected, DatabaseTroubles.Of(new InvalidOperationException("outer", new SqliteException("x", code))));

    [Theory]
    [InlineData("53100", DatabaseTrouble.Full)]
    [InlineData("25006", DatabaseTrouble.ReadOnly)]
    [InlineData("57P01", DatabaseTrouble.Unreachable)]
    [InlineData("53300", DatabaseTrouble.Unreachable)]
    [InlineData("58030", DatabaseTrouble.DiskFailing)]
    [InlineData("XX001", DatabaseTrouble.Damaged)]
    [InlineData("23505", null)]
    public void PostgreSqlError_IsTrouble_UnlessItIsAboutTheData(string state, DatabaseTrouble? expected) =>
        Assert.Equal(expected, DatabaseTroubles.Of(new PostgresException("x", "ERROR", "ERROR", state)));

    [Fact]
    public void Defect_IsNoTrouble() => Assert.Null(DatabaseTroubles.Of(new InvalidOperationException("a bug")));
}
