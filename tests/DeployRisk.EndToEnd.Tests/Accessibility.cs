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
        async () => {
            const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
            return violations.flatMap(({ id, help, nodes }) => nodes
                .filter(({ html }) => id !== 'target-size' || !html.includes('class="point"'))
                .map(({ html }) => `${id}: ${help} ${html}`));
        }
        """;

    /// <summary>
    /// The rules that a theme can break. Of texts with the same colours, sizes and backgrounds from themselves up to the page, one is
    /// examined: what another page, state or nesting paints otherwise differs in one of them.
    /// </summary>
    private const string ExaminationOfColours = """
        async () => {
            const painted = new Map(), kinds = new Map();
            const paint = element => {
                if (!element) {
                    return '';
                }
                if (!painted.has(element)) {
                    const { color, backgroundColor, backgroundImage, opacity, textShadow, textDecorationLine, fontSize, fontWeight } = getComputedStyle(element);
                    painted.set(element, [color, backgroundColor, backgroundImage, opacity, textShadow, textDecorationLine, fontSize, fontWeight, paint(element.parentElement)].join());
                }
                return painted.get(element);
            };
            for (const element of document.body.querySelectorAll('*')) {
                if ((element.matches('a, input, select, textarea') || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) && element.checkVisibility()) {
                    kinds.set(paint(element), kinds.get(paint(element)) ?? element);
                }
            }
            const { violations } = await axe.run({ include: [...kinds.values()] }, { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] });
            return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help} ${html}`));
        }
        """;

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
        var inTheOther = await page.EvaluateAsync<string[]>(ExaminationOfColours);
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        return [.. asItIs, .. inTheOther.Select(fault => $"{(isDark ? "light" : "dark")}: {fault}")];
    }
}
