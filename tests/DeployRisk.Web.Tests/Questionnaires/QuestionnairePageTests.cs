using System.Net;
using AngleSharp.Html.Dom;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Questionnaires;

public sealed class QuestionnairePageTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private const string Address = AppUrls.BuiltInQuestionnaire;

    public static TheoryData<Language> Languages => [Language.English, Language.French];

    private static Questionnaire Questionnaire => BuiltIn.Questionnaire;

    [Fact]
    public async Task Questionnaire_NotSignedIn_MayBeRead() =>
        Assert.Equal(HttpStatusCode.OK, (await seeded.App.Visit().GetAsync(Address)).StatusCode);

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Questionnaire_EveryQuestion_StandsWithAllThatIsKnownOfIt(Language language)
    {
        var page = await ReadAsync(language);

        Assert.All(Questionnaire.Questions, question =>
        {
            var words = page.GetElementById(question.Id).Words();
            string[] expected =
            [
                question.Text.In(language), question.Help.In(language), question.Recommendation.In(language),
                .. question.Levels.Select(level => level.In(language)),
                .. question.Gates.Select(gate => gate.Because.In(language)),
                .. question.Sources.Select(source => source.Title),
                .. question.ArticlePoints,
            ];
            Assert.All(expected, text => Assert.Contains(Single(text), words, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Questionnaire_GateCondition_StandsInWords()
    {
        var page = await ReadAsync(Language.English);

        var question = Questionnaire.Questions.First(question => question.Gates.Any(gate => gate.When is not null));
        var condition = ConditionWords.Describe(question.Gates.First(gate => gate.When is not null).When!, Questionnaire, Language.English);
        Assert.Contains($"when {condition}.", page.GetElementById(question.Id).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questionnaire_RulesByTier_AreThoseOfTheQuestionnaire()
    {
        var page = await ReadAsync(Language.English);

        var go = page.QuerySelectorAll("#scoring tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.Words());
        Assert.Equal(Questionnaire.Rules.Go.Select(line => $"{line}"), go);
    }

    [Fact]
    public async Task Questionnaire_ContextAndArticle_AreWhole()
    {
        var page = await ReadAsync(Language.English);

        Assert.All(Questionnaire.Context, question => Assert.Contains(Single(question.Text.En), page.GetElementById(question.Id).Words(), StringComparison.Ordinal));
        Assert.All(Questionnaire.ArticlePoints, point => Assert.Contains(Single(point.Text.En), page.GetElementById(point.Id).Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questionnaire_LinksWithin_LeadSomewhere() => Pages.LinksWithinLeadSomewhere(await ReadAsync(Language.English), Address);

    [Fact]
    public async Task Questionnaire_Headings_AreInOrder() => Pages.HeadingsAreInOrder(await ReadAsync(Language.English));

    [Fact]
    public async Task Questionnaire_Unknown_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await seeded.App.Visit().GetAsync(AppUrls.Questionnaire("other"))).StatusCode);

    private Task<IHtmlDocument> ReadAsync(Language language) =>
        seeded.App.Visit().ReadAsync(Address, ("Accept-Language", language == Language.French ? "fr" : "en"));

    private static string Single(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
