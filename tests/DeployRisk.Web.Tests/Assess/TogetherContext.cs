using AngleSharp.Dom;
using Bunit;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>A draft that Bob works on too, before the reader's page.</summary>
public abstract class TogetherContext : AssessContext
{
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    protected static IElement Question(IRenderedComponent<AssessmentPage> page, string id) => page.Find($"[data-question='{id}']");

    protected static IElement Choice(IRenderedComponent<AssessmentPage> page, string id, string value) =>
        page.Find($"[data-question='{id}'] input[type=radio][value='{value}']");

    protected static IReadOnlyList<string?> Links(IRenderedComponent<AssessmentPage> page) =>
        [.. Question(page, "AVA-1").QuerySelectorAll("input[type=url]").Select(field => field.GetAttribute("value"))];

    protected static Task SavedAsync(IRenderedComponent<AssessmentPage> page) =>
        page.WaitForStateAsync(() => page.Find(".save").GetAttribute("data-state") is "saved", Soon);

    protected async Task<(IRenderedComponent<AssessmentPage> Page, AssessmentId Id, UserId Bob)> OpenAsync()
    {
        var bob = await Database.UserAsync("Bob");
        var id = await Database.DraftAsync(Product.Id, Me, "1.5.0");
        var page = Render<AssessmentPage>(parameters => parameters.Add(shown => shown.Id, id.Value));
        await page.WaitForStateAsync(() => page.FindAll("[data-question]").Count > 0);
        return (page, id, bob);
    }
}
