using System.Text.RegularExpressions;

namespace DeployRisk.Web.Tests.Localisation;

public sealed partial class TextTests
{
    [Fact]
    public void EveryText_ExistsInBothLanguages() =>
        Assert.Empty(Texts.All.SelectMany(texts => texts.English.Keys.Except(texts.French.Keys).Select(key => $"{texts.Name}.fr: {key}")
            .Concat(texts.French.Keys.Except(texts.English.Keys).Select(key => $"{texts.Name}: {key}"))));

    [Fact]
    public void EveryKeyInTheSources_HasItsText()
    {
        var texts = Texts.All.ToDictionary(pair => pair.Name, StringComparer.Ordinal);

        Assert.Empty(TextUse.All
            .Where(use => !texts.TryGetValue(use.Texts, out var pair) || !pair.English.ContainsKey(use.Key))
            .Select(use => $"{use.File}: {use.Texts}[\"{use.Key}\"]"));
    }

    [Fact]
    public void EveryText_IsUsed()
    {
        var used = TextUse.All.Select(use => (use.Texts, use.Key)).ToHashSet();

        Assert.Empty(Texts.All.SelectMany(texts => texts.English.Keys
            .Where(key => !used.Contains((texts.Name, key)))
            .Select(key => $"{texts.Name}: {key}")));
    }

    [Fact]
    public void BothLanguages_HaveTheSamePlaceholders() =>
        Assert.Empty(Texts.All.SelectMany(texts => texts.English.Keys.Intersect(texts.French.Keys)
            .Where(key => !Placeholders(texts.English[key]).SetEquals(Placeholders(texts.French[key])))
            .Select(key => $"{texts.Name}: {key}")));

    [Fact]
    public void FrenchTexts_AreSetAsFrenchIs() =>
        Assert.Empty(Texts.All.SelectMany(texts => texts.French
            .Where(text => Untypographic().IsMatch(text.Value))
            .Select(text => $"{texts.Name}: {text.Key}: {text.Value}")));

    [Fact]
    public void NoText_IsEmpty() =>
        Assert.Empty(Texts.All.SelectMany(texts => texts.English.Concat(texts.French)
            .Where(text => string.IsNullOrWhiteSpace(text.Value))
            .Select(text => $"{texts.Name}: {text.Key}")));

    private static HashSet<string> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>\d+)[^}]*\}")]
    private static partial Regex Placeholder();

    /// <summary>Straight apostrophes, or a common space before a double sign.</summary>
    [GeneratedRegex(@"\w'\w| [;!?»]|« | : ")]
    private static partial Regex Untypographic();
}
