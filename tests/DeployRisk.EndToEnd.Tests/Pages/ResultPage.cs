using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests.Pages;

internal sealed class ResultPage(IPage page)
{
    public ILocator Verdict => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Waits until the result has come after the page that submitted it.</summary>
    public Task OpenedAsync() => page.Locator("main a[href$='/report']").First.WaitForAsync();

    public ILocator Section(string title) =>
        page.Locator("section").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });
}
