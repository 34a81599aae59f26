using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

internal static class Accessibility
{
    /// <summary>
    /// Hides what is built as three before it in the same place: sixty questions or two years of releases say no more than
    /// three, and take a minute.
    /// </summary>
    private const string Shortened =
        """
        () => {
          const kinds = new Map();
          const kind = element => {
            if (!kinds.has(element)) {
              const own = [element.tagName, element.getAttribute('class'), element.checked, element.disabled, element.getAttributeNames()];
              kinds.set(element, `${own}(${[...element.children].map(kind)})`);
            }
            return kinds.get(element);
          };
          const shorten = parent => {
            const seen = new Map();
            for (const child of parent.children) {
              const count = (seen.get(kind(child)) ?? 0) + 1;
              seen.set(kind(child), count);
              if (count > 3) { child.style.setProperty('display', 'none', 'important'); } else { shorten(child); }
            }
          };
          shorten(document.querySelector('main'));
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
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        await OpenFoldsAsync(page);
        await page.EvaluateAsync(Shortened);
#pragma warning disable CS0618 // The other mode examines frames, of which we have none, and takes three times as long.
        var result = await page.Locator("html").RunAxeLegacy(WithTargetSize);
#pragma warning restore CS0618
        await page.EvaluateAsync(Whole);
        return result.Violations.SelectMany(violation => violation.Nodes
            .Where(node => violation.Id != "target-size" || !HasEquivalent(node.Html))
            .Select(node => $"{violation.Id}: {violation.Help} {node.Html}"));
    }
}
