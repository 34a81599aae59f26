using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Results;

public sealed class ResultPageTests(ResultPageTests.History releases) : IClassFixture<ResultPageTests.History>
{
    [Fact]
    public async Task Result_Headline_IsTheVerdictAndTheRelease()
    {
        var page = await releases.ReadAsync(releases.First);

        Assert.Equal("No-go for 1.0.0", page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task Result_InFrench_SpeaksFrench()
    {
        var reader = releases.Seeded.App.Visit();
        await reader.SubmitAsync("/account/sign-in", SetUpAnswers.Credentials());

        var page = await reader.ReadAsync(AppUrls.Result(releases.First.Assessment.Id), ("Accept-Language", "fr"));

        Assert.Equal("No-go pour 1.0.0", page.QuerySelector("h1").Words());
        Assert.Contains("Depuis la dernière fois", page.Body.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_Reasons_StandInTheOrderOfTheCard()
    {
        var page = await releases.ReadAsync(releases.First);

        var shown = page.QuerySelectorAll(".reasons li div > p:first-child").Select(reason => reason.Words());
        Assert.Equal(releases.First.Result.Card.Reasons.Select(reason => reason.Text.En), shown);
    }

    private static string Tenths(decimal? readiness) => (Math.Floor(readiness!.Value * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Result_Readiness_SaysWhatTheUnknownCouldAdd()
    {
        var card = releases.First.Result.Card;
        var page = await releases.ReadAsync(releases.First);

        var words = page.QuerySelector("dl.figures > div").Words();
        Assert.Contains($"{Tenths(card.Readiness)}/100", words, StringComparison.Ordinal);
        Assert.Contains($"Up to {Tenths(card.Potential)} once the unknown is settled", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_EveryGate_StandsWithItsReason()
    {
        var page = await releases.ReadAsync(releases.First);

        var words = page.QuerySelector("section[aria-labelledby=gates]").Words();
        Assert.NotEmpty(releases.First.Result.Card.Gates);
        Assert.All(releases.First.Result.Card.Gates, gate => Assert.Contains(gate.Because.En, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Result_ShortestPath_IsWalkedFromTheMostUrgentStageOn()
    {
        var stored = await releases.Seeded.SubmittedAsync(await releases.Seeded.ProductAsync("Path to walk"), "1.0.0", level: 0, context: 2);
        var path = Assert.IsType<ShortestPath.Found>(stored.Result.PathToGo);
        var page = await releases.ReadAsync(stored);

        var steps = page.QuerySelectorAll("section[aria-labelledby=path] ol.rows > li").Select(step => step.QuerySelector(".strong a").Words()).ToList();
        var stages = path.StagesFrom(stored.Result.Card);
        Assert.InRange(stages.Count, 2, 3);
        Assert.Equal(stages.SelectMany(stage => stage.Steps).Select(step => step.QuestionId), steps);
        Assert.NotEqual(path.Steps.Select(step => step.QuestionId), steps);
    }

    [Fact]
    public async Task Result_Categories_StandByRiskWithTheirFigures()
    {
        var page = await releases.ReadAsync(releases.First);

        var codes = page.QuerySelectorAll("section[aria-labelledby=categories] tbody .code").Select(code => code.Words());
        Assert.Equal(
            releases.First.Result.Card.Categories.Select(category => releases.Questionnaire.Category(category.CategoryId).Code),
            codes);
    }

    [Fact]
    public async Task Result_NoteAndEvidence_AreShownAsText()
    {
        var page = await releases.ReadAsync(releases.First);

        Assert.Contains(SeededApp.Note, page.QuerySelector(".note").Words(), StringComparison.Ordinal);
        Assert.Equal(SeededApp.Evidence, page.QuerySelector(".evidence a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Result_Losses_SayHowManyPointsWereLost()
    {
        var page = await releases.ReadAsync(releases.First);

        var largest = releases.First.Result.Card.Contributions[0];
        var first = page.QuerySelector("section[aria-labelledby=losses] li").Words();
        Assert.StartsWith($"You lost {largest.Lost.ToString("0.0", CultureInfo.InvariantCulture)} points here {largest.QuestionId}", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_LostPoints_AreOneBarFrom0To100WithATableThatSaysTheSame()
    {
        var card = releases.First.Result.Card;
        var page = await releases.ReadAsync(releases.First);

        var widths = page.QuerySelectorAll("section[aria-labelledby=losses] .bar > span")
            .Select(part => decimal.Parse(part.GetAttribute("style")!["width:".Length..^1], CultureInfo.InvariantCulture))
            .ToList();
        var lost = card.Categories.Where(category => category.Lost > 0).OrderByDescending(category => category.Lost).ToList();
        Assert.InRange(widths.Sum(), 99.9m, 100.1m);
        Assert.Equal(lost.Count + 1, widths.Count);
        var rows = page.QuerySelectorAll("section[aria-labelledby=losses] tbody tr");
        Assert.Equal(lost.Select(category => category.Lost.ToString("0.0", CultureInfo.InvariantCulture)), rows.Select(row => row.QuerySelector(".dr-number").Words()));
        var worst = card.Contributions.First(contribution => releases.Questionnaire.Question(contribution.QuestionId).CategoryId == lost[0].CategoryId);
        Assert.Equal($"{worst.QuestionId} {worst.Lost.ToString("0.0", CultureInfo.InvariantCulture)}", rows[0].QuerySelector(".most").Words());
    }

    [Fact]
    public async Task Result_ChangedCategories_AreBarsToEitherSideWithTheirFigures()
    {
        var page = await releases.ReadAsync(releases.Second);

        var rows = page.QuerySelectorAll("section[aria-labelledby=changes] table:first-of-type tbody tr").Where(row => row.QuerySelector(".bar") is not null).ToList();
        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            row.QuerySelector(".delta").Words() switch { ['+', ..] => "left:50%", ['−', ..] => "right:50%", _ => null },
            row.QuerySelector(".part")?.GetAttribute("style")!.Split(';')[0]));
        Assert.Contains(rows, row => row.QuerySelector(".part.up") is not null);
    }

    [Fact]
    public async Task Result_Recommendations_NameTheirSources()
    {
        var page = await releases.ReadAsync(releases.First);

        var first = releases.First.Result.Recommendations[0];
        var source = releases.Questionnaire.Question(first.QuestionId).Sources[0];
        var row = page.QuerySelector("section[aria-labelledby=recommendations] li");
        Assert.Contains(source.Title, row.Words(), StringComparison.Ordinal);
        Assert.Equal(source.Url, row!.QuerySelector(".source a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Result_FirstOfAProduct_SaysThatItIsTheFirst()
    {
        var page = await releases.ReadAsync(releases.First);

        Assert.Contains("first result of this product", page.QuerySelector(".since").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=changes]"));
    }

    [Fact]
    public async Task Result_SecondOfAProduct_SaysHowMuchMoved()
    {
        var change = releases.Second.Result.Card.Readiness!.Value - releases.First.Result.Card.Readiness!.Value;
        var page = await releases.ReadAsync(releases.Second);

        Assert.True(change > 0);
        Assert.Contains($"+{change.ToString("0.0", CultureInfo.InvariantCulture)} points", page.QuerySelector(".since").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_ContextLowerThanBefore_IsNamed()
    {
        var page = await releases.ReadAsync(releases.Second);

        var words = page.QuerySelector("section[aria-labelledby=changes]").Words();
        Assert.Contains("CTX-1 Criticality", words, StringComparison.Ordinal);
        Assert.Contains("Context answered lower than last time", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_LinksToAnswers_FindThem() =>
        Pages.LinksWithinLeadSomewhere(await releases.ReadAsync(releases.First), AppUrls.Result(releases.First.Assessment.Id));

    [Fact]
    public async Task Result_Headings_AreInOrder() => Pages.HeadingsAreInOrder(await releases.ReadAsync(releases.Second));

    [Fact]
    public async Task Result_OfADraft_LeadsToTheDraft()
    {
        var response = await releases.Seeded.Visitor.GetAsync(AppUrls.Result(releases.Draft));

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.EndsWith(AppUrls.Assessment(releases.Draft), response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_OfNothing_IsNotFoundInWords()
    {
        var response = await releases.Seeded.Visitor.GetAsync(AppUrls.Result(new AssessmentId(Guid.NewGuid())));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is nothing at this address", (await Visitor.DocumentAsync(response)).QuerySelector("h1").Words());
    }

    /// <summary>A product with a weak release, a better one in a smaller context, and a draft.</summary>
    public sealed class History : IAsyncLifetime
    {
        public SeededApp Seeded { get; } = new();

        public StoredResult First { get; private set; } = null!;

        public StoredResult Second { get; private set; } = null!;

        public AssessmentId Draft { get; private set; }

        public Questionnaire Questionnaire => BuiltIn.Questionnaire;

        public async ValueTask InitializeAsync()
        {
            await Seeded.InitializeAsync();
            var product = await Seeded.ProductAsync("Payments API");
            First = await Seeded.SubmittedAsync(product, "1.0.0", level: 1, context: 3);
            Seeded.App.Clock.Advance(TimeSpan.FromHours(2));
            Second = await Seeded.SubmittedAsync(product, "1.1.0", level: 3, context: 2);
            Draft = await Seeded.DraftAsync(product, "1.2.0");
        }

        public ValueTask DisposeAsync() => Seeded.DisposeAsync();

        public Task<IHtmlDocument> ReadAsync(StoredResult result) => Seeded.Visitor.ReadAsync(AppUrls.Result(result.Assessment.Id));
    }
}
