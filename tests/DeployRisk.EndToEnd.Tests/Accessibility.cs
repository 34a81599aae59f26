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
    /// The rules that a theme can break. The contrast of a text follows from its colour, size and weight and from what is painted
    /// around it, element by element up to the page; of texts that have all of that in common, after the theme has changed, the
    /// longest is examined. What leaves the flow, and may lie over something else, has nothing in common with others.
    /// </summary>
    private const string ExaminationOfColours = """
        async () => {
            const traits = ['color', 'fontSize', 'fontWeight', 'backgroundColor', 'backgroundImage', 'backgroundClip', 'opacity', 'filter', 'mixBlendMode',
                'textShadow', 'textDecorationLine', 'webkitTextStroke', 'borderBottomWidth', 'visibility', 'display'];
            const paints = new Map();
            const paint = element => {
                if (!element) {
                    return '';
                }
                if (!paints.has(element)) {
                    const style = getComputedStyle(element);
                    const alone = ['absolute', 'fixed', 'sticky'].includes(style.position) && paints.size;
                    paints.set(element, [element.localName === 'a', alone, ...traits.map(trait => style[trait]), paint(element.parentElement)].join());
                }
                return paints.get(element);
            };
            const ownText = element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join('');
            const samples = new Map();
            for (const element of document.body.querySelectorAll('*')) {
                const isField = element.matches('input, select, textarea');
                const length = ownText(element).length;
                if (isField || length > 0) {
                    const setAside = element.closest('label, :disabled, [aria-disabled=true], [inert]');
                    const key = [paint(element), element.id, isField && element.type, setAside?.localName, element.localName === 'a' && ownText(element.parentElement) !== ''].join();
                    if (!(samples.get(key)?.length >= length)) {
                        samples.set(key, { element, length });
                    }
                }
            }
            const { violations } = await axe.run({ include: [...samples.values()].map(sample => sample.element) }, { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] });
            return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help} ${html}`));
        }
        """;

    /// <summary>What axe finds fault with on the page as it is, folds opened, and in the colours of the other theme; one line for each fault.</summary>
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
