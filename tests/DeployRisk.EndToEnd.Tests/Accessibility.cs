using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>Examines pages with axe.</summary>
internal static class Accessibility
{
    /// <summary>
    /// axe, which reads the same few colours anew for every text and for all that lies under it: here it remembers what it has read.
    /// That is a quarter of an examination.
    /// </summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript() + """
        {
            const { prototype } = axe.commons.color.Color, read = prototype.parseString, known = new Map();
            prototype.parseString = function (text) {
                if (known.has(text)) {
                    [this.r, this.g, this.b, this.alpha] = known.get(text);
                } else {
                    read.call(this, text);
                    known.set(text, [this.r, this.g, this.b, this.alpha]);
                }
                return this;
            };
        }
        undefined;
        """;

    /// <summary>
    /// Everything axe knows, and targets of 24 pixels, which WCAG 2.2 asks for and axe looks at only when it is told to. Points of a
    /// chart stand as close as releases do; the history below has the same links, page by page (WCAG 2.5.8, equivalent).
    /// </summary>
    private const string Examination = """
        async runOnly => {
            const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(runOnly ? { runOnly } : { rules: { 'target-size': { enabled: true } } }) });
            return violations.flatMap(({ id, help, nodes }) => nodes
                .filter(({ html }) => id !== 'target-size' || !html.includes('class="point"'))
                .map(({ html }) => `${id}: ${help} ${html}`));
        }
        """;

    /// <summary>The rules that a theme can break.</summary>
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>What axe finds fault with on the page as it is, folds opened, and in the colours of the other theme; one line for each element.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        // Folds hide what they hold from the examination.
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            // Sent once: the browser runs it itself on the pages that follow.
            await page.AddInitScriptAsync(Axe);
            await page.EvaluateAsync(Axe);
        }

        var asItIs = await page.EvaluateAsync<string[]>(Examination);
        var isDark = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches");
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Light : ColorScheme.Dark });
        var inTheOther = await page.EvaluateAsync<string[]>(Examination, OfColours);
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        return [.. asItIs, .. inTheOther.Select(fault => $"{(isDark ? "light" : "dark")}: {fault}")];
    }
}
