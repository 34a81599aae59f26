using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.Data.Tests.Products;

public sealed class HistoryTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private TestDatabase _database = null!;
    private UserId _ada;
    private Product _product = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ProductStore Products => _database.Products;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ada = await _database.UserAsync();
        _product = await _database.ProductAsync(_ada);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task History_HasDraftsFirstAndTheFiguresOfTheRest()
    {
        var bob = await _database.UserAsync("Bob");
        var submitted = await _database.DraftAsync(_product.Id, bob);
        await _database.AnswerAllAsync(submitted, bob, level: 3);
        await _database.Assessments.SubmitAsync(submitted, _ada, Stop);
        _database.Clock.Advance(Day);
        await _database.DraftAsync(_product.Id, _ada, "2.0.0");

        var history = await Products.HistoryAsync(_product.Id, _database.Reader, cancellationToken: Stop);

        var draft = Assert.Single(history.Drafts);
        Assert.Equal(("2.0.0", AssessmentState.Draft, null), (draft.Release, draft.State, draft.Result));
        var entry = Assert.Single(history.Submitted);
        var card = (await _database.Assessments.ResultAsync(submitted, _database.Reader, Stop))!.Result.Card;
        Assert.Equal(new HistoryFigures(card.Verdict, 80, 80), entry.Result);
        Assert.Equal(new Person(bob, "Bob"), entry.StartedBy);
        Assert.Equal(new Person(_ada, "Ada"), entry.SubmittedBy);
        Assert.Equal((1, 1, 1), (history.Number, history.Count, history.Pages));
    }

    [Fact]
    public async Task Pages_Together_HaveEveryAssessmentOnce()
    {
        var latest = await _database.SubmittedAsync(_product.Id, _ada);
        var copies = await LongHistory.BeforeAsync(_database.Contexts, latest, (2 * HistoryPage.Size) + 3, Day, Stop);
        await _database.DraftAsync(_product.Id, _ada, "draft");

        var pages = await ReadAsync(HistoryPeriod.Always, 1, 2, 3);

        Assert.Equal([latest, .. copies], pages.SelectMany(page => page.Submitted).Select(entry => entry.Id));
        Assert.Equal([20, 20, 4], pages.Select(page => page.Submitted.Count));
        Assert.Equal([1, 0, 0], pages.Select(page => page.Drafts.Count));
        Assert.All(pages, page => Assert.Equal((44, 3), (page.Count, page.Pages)));
    }

    [Fact]
    public async Task Pages_OfOneMoment_HaveEveryAssessmentOnce()
    {
        var latest = await _database.SubmittedAsync(_product.Id, _ada);
        var copies = await LongHistory.BeforeAsync(_database.Contexts, latest, HistoryPage.Size + 5, TimeSpan.Zero, Stop);

        var pages = await ReadAsync(HistoryPeriod.Always, 1, 2);

        Assert.Equal(copies.Append(latest).ToHashSet(), pages.SelectMany(page => page.Submitted).Select(entry => entry.Id).ToHashSet());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(9, 2)]
    [InlineData(int.MaxValue, 2)]
    public async Task Page_ThatIsNotThere_IsTheNearest(int wanted, int given)
    {
        var latest = await _database.SubmittedAsync(_product.Id, _ada);
        await LongHistory.BeforeAsync(_database.Contexts, latest, HistoryPage.Size, Day, Stop);

        Assert.Equal(given, (await Products.HistoryAsync(_product.Id, _database.Reader, page: wanted, cancellationToken: Stop)).Number);
    }

    [Fact]
    public async Task Period_HasItsFirstMomentAndNotItsLast()
    {
        var now = _database.Clock.GetUtcNow();
        var latest = await _database.SubmittedAsync(_product.Id, _ada);
        var copies = await LongHistory.BeforeAsync(_database.Contexts, latest, 9, Day, Stop);
        var period = new HistoryPeriod(now - (5 * Day), now - (2 * Day));

        var history = await Products.HistoryAsync(_product.Id, _database.Reader, period, cancellationToken: Stop);
        var series = await Products.SeriesAsync(_product.Id, _database.Reader, period, Stop);

        Assert.Equal([copies[2], copies[3], copies[4]], history.Submitted.Select(entry => entry.Id));
        Assert.Equal([copies[4], copies[3], copies[2]], series.Releases.Select(release => release.Id));
        Assert.Equal((3, 3), (history.Count, series.Count));
    }

    [Fact]
    public async Task Series_OfALongHistory_HasTheLatestAndTellsHowManyThereAre()
    {
        var latest = await _database.SubmittedAsync(_product.Id, _ada, level: 3);
        var copies = await LongHistory.BeforeAsync(_database.Contexts, latest, ReleaseSeries.MostReleases + 10, Day, Stop);
        _database.Clock.Advance(Day);
        var mistake = await _database.SubmittedAsync(_product.Id, _ada, "mistake");
        await _database.Assessments.WithdrawAsync(mistake, _ada, Stop);

        var series = await Products.SeriesAsync(_product.Id, _database.Reader, cancellationToken: Stop);

        Assert.Equal(ReleaseSeries.MostReleases + 11, series.Count);
        Assert.Equal(copies.Take(ReleaseSeries.MostReleases - 1).Reverse().Append(latest), series.Releases.Select(release => release.Id));
    }

    [Fact]
    public async Task Series_HasTheFiguresAndLinesOfItsCard()
    {
        var id = await _database.SubmittedAsync(_product.Id, _ada, level: 3);

        var release = Assert.Single((await Products.SeriesAsync(_product.Id, _database.Reader, cancellationToken: Stop)).Releases);

        var card = (await _database.Assessments.ResultAsync(id, _database.Reader, Stop))!.Result.Card;
        Assert.Equal(_database.Questionnaire.Rules.LinesAt(card.Tier), release.Lines);
        Assert.Equal((card.Verdict, 80, 80, card.Lines), (release.Verdict, release.Readiness, release.Potential, release.Lines));
        Assert.Equal(card.Categories.ToDictionary(category => category.CategoryId, category => (double?)category.Readiness), release.Categories);
    }

    [Fact]
    public async Task History_OfAnotherProduct_IsNotHere()
    {
        await _database.SubmittedAsync(_product.Id, _ada);
        var other = await _database.ProductAsync(_ada, "Other");

        Assert.Empty((await Products.HistoryAsync(other.Id, _database.Reader, cancellationToken: Stop)).Entries);
        Assert.Empty((await Products.SeriesAsync(other.Id, _database.Reader, cancellationToken: Stop)).Releases);
    }

    private async Task<List<HistoryPage>> ReadAsync(HistoryPeriod period, params int[] numbers)
    {
        var pages = new List<HistoryPage>();
        foreach (var number in numbers)
        {
            pages.Add(await Products.HistoryAsync(_product.Id, _database.Reader, period, number, Stop));
        }

        return pages;
    }
}
