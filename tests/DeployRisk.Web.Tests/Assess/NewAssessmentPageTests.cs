using AngleSharp.Dom;
using Bunit;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Assess;

public sealed class NewAssessmentPageTests : AssessContext
{
    [Fact]
    public async Task Empty_NamesEveryThingThatIsMissing_AndKeepsWhatWasEntered()
    {
        var page = Open();
        await page.Find("#CTX-1 input[value='3']").ChangeAsync("3");

        await page.Find("form").SubmitAsync();

        var faults = page.FindAll(".faults li").Select(fault => fault.Words()).ToList();
        Assert.Equal(1 + Database.Questionnaire.Context.Count - 1, faults.Count);
        Assert.Equal("true", page.Find("#Name").GetAttribute("aria-invalid"));
        Assert.True(page.Find("#CTX-1 input[value='3']").HasAttribute("checked"));
        Assert.Empty(await HistoryAsync());
    }

    [Theory]
    [InlineData("0026-12-01")]
    [InlineData("2100-01-01")]
    [InlineData("")]
    public async Task Day_ThatCannotBeMeant_IsAskedForAgain(string day)
    {
        var page = Open();
        await FillAsync(page, "1.4.0");
        await page.Find("#PlannedOn").ChangeAsync(day);

        await page.Find("form").SubmitAsync();

        Assert.Single(page.FindAll(".faults li"));
        Assert.NotEmpty(page.Find("#PlannedOn-error").Words());
    }

    [Fact]
    public async Task Name_LongerThanAllowed_IsRefusedWithTheLimitAndStays()
    {
        var page = Open();
        var name = new string('1', 101);
        await FillAsync(page, name);

        await page.Find("form").SubmitAsync();

        Assert.Contains("100", page.Find("#Name-error").Words(), StringComparison.Ordinal);
        Assert.Equal(name, page.Find("#Name").GetAttribute("value"));
    }

    [Fact]
    public async Task Start_PressedTwice_StartsOneAssessment()
    {
        var page = Open();
        await FillAsync(page, "1.4.0");

        var form = page.Find("form");
        await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        await Patience.UntilAsync(() => Address.Contains("/assessments/", StringComparison.Ordinal));
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsLocked_SaysSoAndMayBeTriedAgain()
    {
        var page = Open();
        await FillAsync(page, "1.4.0");
        await using (await LockDatabaseAsync())
        {
            await page.Find("form").SubmitAsync();
            await page.WaitForStateAsync(() => page.FindAll(".finish [role=alert]").Count == 1, TimeSpan.FromSeconds(20));
        }

        Assert.Equal("1.4.0", page.Find("#Name").GetAttribute("value"));
        await page.Find("form").SubmitAsync();

        await Patience.UntilAsync(() => Address.Contains("/assessments/", StringComparison.Ordinal));
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task NoneOfThese_AndTheOtherChoices_RuleEachOtherOut()
    {
        var page = Open();
        var scope = Database.Questionnaire.FindContext("CTX-9")!;
        var none = scope.Options.Single(option => option.Exclusive).Id;
        IElement Box(string option) => page.Find($"#CTX-9 input[value='{option}']");

        await Box("money").ChangeAsync(true);
        await Box(none).ChangeAsync(true);
        Assert.False(Box("money").HasAttribute("checked"));
        await Box("data").ChangeAsync(true);

        Assert.False(Box(none).HasAttribute("checked"));
        Assert.True(Box("data").HasAttribute("checked"));
    }

    [Fact]
    public async Task ContextOfTheLastRelease_IsTakenOver_ButForWhatMustBeThoughtOfAnew()
    {
        await Database.SubmittedAsync(Product.Id, Me, "1.3.0");
        Database.Clock.Advance(TimeSpan.FromDays(1));

        var page = Open();
        await page.WaitForStateAsync(() => page.FindAll("#CTX-1").Count == 1);

        var chosen = page.FindAll("fieldset.context").Where(field => field.QuerySelector("input[checked]") is not null).Select(field => field.Id);
        var expected = Releases.Context().Prefilled(Database.Questionnaire);
        Assert.Equal(Database.Questionnaire.Context.Select(question => question.Id).Where(id => !expected.Missing(Database.Questionnaire).Contains(id)), chosen);
        Assert.Contains("1.3.0", page.Find(".dr-note").Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<NewAssessmentPage> Open() =>
        Render<NewAssessmentPage>(parameters => parameters.Add(shown => shown.Slug, Product.Slug.Value));

    private async Task<IReadOnlyList<object>> HistoryAsync() =>
        [.. (await Database.Products.HistoryAsync(Product.Id, Database.Reader, cancellationToken: Stop)).Entries];

    private async Task FillAsync(IRenderedComponent<NewAssessmentPage> page, string name)
    {
        await page.WaitForStateAsync(() => page.FindAll("#Name").Count == 1);
        await page.Find("#Name").InputAsync(name);
        foreach (var question in Database.Questionnaire.Context)
        {
            if (question.Kind == ContextQuestionKind.Level)
            {
                await page.Find($"#{question.Id} input[value='2']").ChangeAsync("2");
            }
            else
            {
                await page.Find($"#{question.Id} input[value='{question.Options[0].Id}']").ChangeAsync(true);
            }
        }
    }
}
