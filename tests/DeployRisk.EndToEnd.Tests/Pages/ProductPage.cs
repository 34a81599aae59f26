using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Pages;

internal sealed class ProductPage(IPage page)
{
    public ILocator ReadinessChart => page.GetByRole(AriaRole.Figure);

    private ILocator Start => page.Locator("a[href$='/assessments/new']").First;

    public ILocator Row(string release) => page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = release, Exact = true }) });

    /// <summary>Creates a product on the page for it and waits for the product's own page.</summary>
    public async Task CreateAsync(string name)
    {
        await page.GotoAsync("/products/new");
        await page.Locator("#name").FillAsync(name);
        await page.Locator("form.dr-form button[type=submit]").ClickAsync();
        await Start.WaitForAsync();
    }

    /// <summary>Opens the form of a new assessment.</summary>
    public Task StartAssessmentAsync() => Start.ClickAsync();
}
