using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>Examines pages with axe.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Everything axe knows, and targets of 24 pixels, which WCAG 2.2 asks for and axe looks at only when it is told to. Points of a
    /// chart stand as close as releases do; the history below has the same links, page by page (WCAG 2.5.8, equivalent).
    /// </summary>
    private const string Examination = """
        async () => {
            const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
            return violations.flatMap(({ id, help, nodes }) => nodes
                .filter(({ html }) => id !== 'target-size' || !html.includes('class="point"'))
                .map(({ html }) => `${id}: ${help} ${html}`));
        }
        """;

    /// <summary>What axe finds fault with on the page as it is, folds opened; one line for each element.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        // Folds hide what they hold from the examination.
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        return await page.EvaluateAsync<string[]>(Examination);
    }
}
