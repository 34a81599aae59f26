using Bunit;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Parts;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Shared;

public sealed class PartTests : BunitContext
{
    public PartTests() => Services.AddLocalization();

    [Theory]
    [InlineData(Verdict.Go, "en", "Go")]
    [InlineData(Verdict.Conditional, "en", "Go with conditions")]
    [InlineData(Verdict.Conditional, "fr", "Go sous conditions")]
    [InlineData(Verdict.NoGo, "fr", "No-go")]
    public void VerdictBadge_HasAWordAndAnIcon(Verdict verdict, string language, string word)
    {
        using var _ = new Reading(language);

        var badge = Render<VerdictBadge>(parameters => parameters.Add(part => part.Verdict, verdict));

        Assert.Equal(word, badge.Find("span span").TextContent);
        Assert.Equal("true", badge.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void VerdictBadge_EachVerdictHasAShapeOfItsOwn() =>
        Assert.Equal(3, Enum.GetValues<Verdict>()
            .Select(verdict => Render<VerdictBadge>(parameters => parameters.Add(part => part.Verdict, verdict)).Find("svg").InnerHtml)
            .Distinct().Count());

    [Fact]
    public void EmptyState_OffersTheFirstStep()
    {
        var empty = Render<EmptyState>(parameters => parameters
            .Add(part => part.Title, "No product yet")
            .AddChildContent("<a href=\"/products/new\">Create one</a>"));

        Assert.Equal("/products/new", empty.Find("a").GetAttribute("href"));
        Assert.Equal("No product yet", empty.Find(".dr-empty-title").TextContent);
    }

    [Fact]
    public void PageHeader_HasOneHeading() =>
        Assert.Single(Render<PageHeader>(parameters => parameters.Add(part => part.Title, "Products")).FindAll("h1"));
}
