using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

internal static class Accessibility
{
    /// <summary>
    /// Hides what is made of the same kinds of elements as two before it in the same place: sixty questions or two years of
    /// releases say no more than two, and take a minute.
    /// </summary>
    private const string Shortened =
        """
        () => {
          const own = element => [element.tagName, element.getAttribute('class'), element.checked, element.disabled, element.getAttributeNames()].join();
          const kinds = new Map();
          const kindsIn = element => {
            if (!kinds.has(element)) {
              kinds.set(element, new Set([...element.children].flatMap(child => [own(child), ...kindsIn(child)])));
            }
            return kinds.get(element);
          };
          const kind = element => `${own(element)} of ${[...kindsIn(element)].sort()}`;
          const shorten = parent => {
            const seen = new Map();
            for (const child of parent.children) {
              const count = (seen.get(kind(child)) ?? 0) + 1;
              seen.set(kind(child), count);
              if (count > 2) { child.style.setProperty('display', 'none', 'important'); } else { shorten(child); }
            }
          };
          shorten(document.querySelector('main'));
        }
        """;

    /// <summary>The rules that a theme can break; axe is in the page by then.</summary>
    private const string Colours =
        """
        async () => {
          const rules = { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] };
          return (await axe.run(document, rules)).violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${fault.help} ${node.html}`));
        }
        """;

    private const string Whole = "document.querySelectorAll('main [style*=\"display: none !important\"]').forEach(hidden => hidden.style.removeProperty('display'))";

    /// <summary>Only faults are reported in full; WCAG 2.2 asks for targets of 24 pixels; axe looks at them only when it is told to.</summary>
    private static readonly AxeRunOptions WithTargetSize = new()
    {
        ResultTypes = new HashSet<ResultType> { ResultType.Violations },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Points of a chart stand as close as releases do; the history below has the same links, page by page (WCAG 2.5.8, equivalent).</summary>
    private static bool HasEquivalent(string html) => html.Contains("class=\"point\"", StringComparison.Ordinal);

    /// <summary>Folds hide what they hold from any examination.</summary>
    public static Task OpenFoldsAsync(IPage page) => page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");

    /// <summary>What axe finds fault with on the page as it is, folds opened; one line for each element.</summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(IPage page) => FaultsAsync(page, otherTheme: null);

    /// <summary>As <see cref="FaultsAsync(IPage)"/>, and what is hard to see in the other theme.</summary>
    /// <param name="page">The page, afterwards as it was.</param>
    /// <param name="otherTheme">The theme that the page is not shown in.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, ColorScheme? otherTheme)
    {
        await OpenFoldsAsync(page);
        await page.EvaluateAsync(Shortened);
#pragma warning disable CS0618 // The other mode examines frames, of which we have none, and takes three times as long.
        var result = await page.Locator("html").RunAxeLegacy(WithTargetSize);
#pragma warning restore CS0618
        var faults = result.Violations.SelectMany(violation => violation.Nodes
            .Where(node => violation.Id != "target-size" || !HasEquivalent(node.Html))
            .Select(node => $"{violation.Id}: {violation.Help} {node.Html}")).ToList();
        if (otherTheme is not null)
        {
            var theme = await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches") ? ColorScheme.Dark : ColorScheme.Light;
            await page.EmulateMediaAsync(new() { ColorScheme = otherTheme });
            faults.AddRange((await page.EvaluateAsync<string[]>(Colours)).Select(fault => $"{otherTheme}: {fault}"));
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
        }

        await page.EvaluateAsync(Whole);
        return faults;
    }
}
