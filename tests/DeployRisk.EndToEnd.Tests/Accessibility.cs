using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

internal static class Accessibility
{
    /// <summary>Only faults are reported in full; WCAG 2.2 asks for targets of 24 pixels; axe looks at them only when it is told to.</summary>
    private static readonly AxeRunOptions WithTargetSize = new()
    {
        ResultTypes = new HashSet<ResultType> { ResultType.Violations },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Points of a chart stand as close as releases do; the history below has the same links, page by page (WCAG 2.5.8, equivalent).</summary>
    private static bool HasEquivalent(string html) => html.Contains("class=\"point\"", StringComparison.Ordinal);

    /// <summary>What axe finds fault with on the page as it is, folds opened; one line for each element.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page)
    {
        // Folds hide what they hold from the examination.
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(fold => fold.open = true)");
#pragma warning disable CS0618 // The other mode examines frames, of which we have none, and takes three times as long.
        var result = await page.Locator("html").RunAxeLegacy(WithTargetSize);
#pragma warning restore CS0618
        return result.Violations.SelectMany(violation => violation.Nodes
            .Where(node => violation.Id != "target-size" || !HasEquivalent(node.Html))
            .Select(node => $"{violation.Id}: {violation.Help} {node.Html}"));
    }
}
