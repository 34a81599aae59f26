using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DeployRisk.Web.Tests.Running;

/// <summary>What every page is checked for.</summary>
internal static class Pages
{
    /// <summary>One h1, and no level left out on the way down.</summary>
    public static void HeadingsAreInOrder(IHtmlDocument page)
    {
        var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    /// <summary>Every link into this page finds its target.</summary>
    public static void LinksWithinLeadSomewhere(IHtmlDocument page, string address)
    {
        var targets = page.QuerySelectorAll("main a[href*='#']")
            .Select(link => link.GetAttribute("href")!.Split('#'))
            .Where(parts => parts[0] == address)
            .Select(parts => parts[1])
            .Distinct()
            .ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.NotNull(page.GetElementById(target)));
    }

    /// <summary>The text of an element with single spaces.</summary>
    public static string Words(this IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
