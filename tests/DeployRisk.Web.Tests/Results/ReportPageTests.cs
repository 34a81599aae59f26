using System.Net;
using DeployRisk.Domain.Assessments;
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
}
