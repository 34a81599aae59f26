using System.Net;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Results;

public sealed class ReportPageTests(ResultPageTests.History releases) : IClassFixture<ResultPageTests.History>
{
    private string Address => AppUrls.Report(releases.First.Assessment.Id);

    [Fact]
    public async Task Report_Recommendations_ReferToTheirSources()
    {
        var page = await releases.Seeded.Visitor.ReadAsync(Address);

        var recommendation = releases.First.Result.Recommendations[0];
        var source = releases.Questionnaire.Question(recommendation.QuestionId).Sources[0];
        var reference = page.QuerySelector("section[aria-labelledby=report-next] tbody tr a.reference")!.GetAttribute("href")!;
        Assert.StartsWith(Address + "#", reference, StringComparison.Ordinal);
        var listed = page.GetElementById(reference.Split('#')[1]);
        Assert.Contains(source.Title, listed.Words(), StringComparison.Ordinal);
        Assert.Equal(source.Url, listed!.QuerySelector("a")!.GetAttribute("href"));
        Pages.LinksWithinLeadSomewhere(page, Address);
    }

    [Fact]
    public async Task Report_Sources_AreListedOnce()
    {
        var page = await releases.Seeded.Visitor.ReadAsync(Address);

        var listed = page.QuerySelectorAll("section[aria-labelledby=report-sources] li a").Select(link => link.GetAttribute("href")).ToList();
        Assert.NotEmpty(listed);
        Assert.Equal(listed.Distinct(), listed);
    }

    [Fact]
    public async Task Report_EveryTable_HasACaption()
    {
        var page = await releases.Seeded.Visitor.ReadAsync(Address);

        Assert.All(page.QuerySelectorAll("main table"), table => Assert.NotEqual("", table.QuerySelector("caption").Words()));
        Pages.HeadingsAreInOrder(page);
    }

    [Fact]
    public async Task Report_Answers_SayWhatEachLost()
    {
        var page = await releases.Seeded.Visitor.ReadAsync(Address);

        var card = releases.First.Result.Card;
        Assert.Equal(card.States.Keys.Count(card.Shows), page.QuerySelectorAll("table.answers tbody td.dr-number").Length);
    }

    [Fact]
    public async Task FiveHundredLinks_AreAllShown_WhereverEvidenceIs()
    {
        var seeded = releases.Seeded;
        var draft = await seeded.DraftAsync(await seeded.ProductAsync("Evidence"), "1.0.0");
        var questions = Visibility.ShownQuestions(releases.Questionnaire, AssessmentForm.Short, Releases.Context(1)).Take(25).ToList();
        foreach (var question in questions)
        {
            var links = Enumerable.Range(0, AnswerEntry.MaxLinks).Select(number => $"https://evidence.example/{question.Id}/{number}").ToList();
            await seeded.Assessments.SaveEvidenceAsync(draft, question.Id, links, null, seeded.User, TestContext.Current.CancellationToken);
        }

        var fields = await LinksAsync($"{AppUrls.Assessment(draft)}?category={questions[0].CategoryId}", "input[type=url]", "value");
        await seeded.Assessments.MarkRestUnknownAsync(draft, seeded.User, TestContext.Current.CancellationToken);
        await seeded.Assessments.SubmitAsync(draft, seeded.User, TestContext.Current.CancellationToken);

        Assert.Equal(questions.Count(question => question.CategoryId == questions[0].CategoryId) * AnswerEntry.MaxLinks, fields);
        Assert.Equal(500, await LinksAsync(AppUrls.Report(draft), "a[href]", "href"));
        Assert.Equal(500, await LinksAsync(AppUrls.Result(draft), "a[href]", "href"));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("what-if")]
    public async Task PageAboutAResult_OfADraft_LeadsToTheDraft(string page)
    {
        var response = await releases.Seeded.Visitor.GetAsync($"{AppUrls.Assessment(releases.Draft)}/{page}");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.EndsWith(AppUrls.Assessment(releases.Draft), response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("what-if")]
    public async Task PageAboutAResult_OfNothing_IsNotFound(string page) =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await releases.Seeded.Visitor.GetAsync($"{AppUrls.Assessment(new AssessmentId(Guid.NewGuid()))}/{page}")).StatusCode);

    private async Task<int> LinksAsync(string address, string elements, string attribute) =>
        (await releases.Seeded.Visitor.ReadAsync(address)).QuerySelectorAll(elements)
            .Select(element => element.GetAttribute(attribute))
            .Where(link => link?.StartsWith("https://evidence.example/", StringComparison.Ordinal) ?? false)
            .Distinct()
            .Count();
}
