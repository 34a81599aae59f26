using System.Text.RegularExpressions;
using DeployRisk.Data.Sample;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Tests.Sample;

public sealed partial class SampleScriptTests
{
    private static readonly IReadOnlyList<ProductScript> Products = SampleScripts.Products();

    private static IEnumerable<NoteScript> Notes => Products.SelectMany(product => product.Releases).SelectMany(release => release.Notes.Concat(release.OtherRisks));

    private static IEnumerable<LocalizedText> AllTexts =>
        Products.SelectMany(product => new[] { product.Name, product.Description }.Concat(product.NotApplicable.Values))
            .Concat(Notes.Select(note => note.Text))
            .Concat(SampleScripts.People.Select(person => person.Job));

    [Fact]
    public void BothLanguages_AreComplete() =>
        Assert.All(AllTexts, text => Assert.True(text.En.Length > 0 && text.Fr.Length > 0 && (text.En != text.Fr), text.En));

    [Fact]
    public void French_IsSetAsFrenchIs() => Assert.All(AllTexts, text => Assert.DoesNotMatch(Untypographic(), text.Fr));

    [Fact]
    public void Evidence_LeadsToExamplesOnly()
    {
        var links = Notes.SelectMany(note => note.Links ?? []).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.EndsWith(".example.org", new Uri(link).Host, StringComparison.Ordinal));
    }

    [Fact]
    public void Products_HaveEightToTenAssessmentsAndTheYoungOneFewer()
    {
        Assert.Equal(6, Products.Count);
        Assert.InRange(Products.Sum(product => product.Releases.Count), 50, 60);
    }

    [Fact]
    public void Releases_FollowEachOtherWhateverDayItIs()
    {
        var first = new DateOnly(2026, 3, 2);
        foreach (var days in Enumerable.Range(0, 7).Select(later => new SampleDays(first.AddDays(later))))
        {
            Assert.All(Products, product =>
            {
                var moments = product.Releases.Select((release, index) => days.Ago(release.DaysAgo, $"{product.Key} {index}")).ToList();
                Assert.Equal(moments.Order(), moments);
            });
        }
    }

    /// <summary>Straight apostrophes, or a common space before a double sign or a percentage.</summary>
    [GeneratedRegex(@"\w'\w| [;!?»%]|« | : ")]
    private static partial Regex Untypographic();
}
