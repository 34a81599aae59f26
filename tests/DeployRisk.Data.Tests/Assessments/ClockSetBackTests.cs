using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.Data.Tests.Assessments;

/// <summary>The server's clock is set back by a day while people work: what comes later still counts as later.</summary>
public sealed class ClockSetBackTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private UserId _ada;
    private UserId _bob;
    private AssessmentId _id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ada = await _database.UserAsync();
        _bob = await _database.UserAsync("Bob");
        _id = await _database.DraftAsync((await _database.ProductAsync(_ada)).Id, _ada);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task LaterAnswer_WithAnEarlierTime_Stands()
    {
        await _database.Assessments.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(1), _ada, Stop);
        SetBack();

        var later = await _database.Assessments.AnswerAsync(_id, "AVA-1", new Answer.AtLevel(3), _bob, Stop);

        Assert.Equal(2, Assert.IsType<EditOutcome.Saved>(later).Revision);
        Assert.Equal(new Answer.AtLevel(3), (await EntryAsync()).Answer);
    }

    [Fact]
    public async Task TextReplacedUnseen_IsKept_HoweverTheClockGoes()
    {
        await _database.Assessments.SaveNoteAsync(_id, "AVA-1", "first of Ada", "", _ada, Stop);
        await _database.Assessments.SaveNoteAsync(_id, "AVA-1", "first of Bob", "", _bob, Stop);
        SetBack();
        await _database.Assessments.SaveNoteAsync(_id, "AVA-1", "second of Ada", "first of Bob", _ada, Stop);
        await _database.Assessments.SaveNoteAsync(_id, "AVA-1", "second of Bob", "first of Bob", _bob, Stop);

        var entry = await EntryAsync();

        Assert.Equal("second of Bob", entry.Note);
        Assert.Equal(["first of Ada", "second of Ada"], entry.EarlierNotes.Select(earlier => earlier.Text));
    }

    [Fact]
    public async Task Submission_AfterTheClockWentBack_IsKeptBesideTheOneBefore()
    {
        var product = (await _database.Assessments.LoadAsync(_id, _database.Reader, Stop))!.Product;
        await _database.SubmittedAsync(product.Id, _ada, "1.0.0");
        SetBack();

        await _database.SubmittedAsync(product.Id, _ada, "2.0.0");

        var history = (await _database.Products.HistoryAsync(product.Id, _database.Reader, cancellationToken: Stop)).Entries;
        Assert.Equal(["1.0.0", "2.0.0"], history.Where(entry => entry.State == AssessmentState.Submitted).Select(entry => entry.Release).Order(StringComparer.Ordinal));
        Assert.NotNull(await _database.Assessments.LatestSubmissionAsync(product.Id, "3.0.0", _database.Reader, Stop));
        Assert.Single(await _database.Products.ListAsync(_database.Reader, Stop));
    }

    [Fact]
    public async Task Withdrawal_AfterTheClockWentBack_IsStillWithinTheHour()
    {
        await _database.AnswerAllAsync(_id, _ada);
        await _database.Assessments.SubmitAsync(_id, _ada, Stop);
        SetBack();

        Assert.IsType<WithdrawOutcome.Withdrawn>(await _database.Assessments.WithdrawAsync(_id, _ada, Stop));
    }

    private void SetBack() => _database.Clock.AdjustTime(_database.Clock.GetUtcNow().AddDays(-1));

    private async Task<AnswerEntry> EntryAsync() => (await _database.Assessments.LoadAsync(_id, _database.Reader, Stop))!.Assessment.Entries["AVA-1"];
}
