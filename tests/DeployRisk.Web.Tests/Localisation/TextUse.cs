using System.Text.RegularExpressions;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Localisation;

/// <summary>A place in the sources that shows a text.</summary>
/// <param name="File">The file, relative to the web project.</param>
/// <param name="Texts">The marker class of the localizer.</param>
/// <param name="Key">The key.</param>
public sealed partial record TextUse(string File, string Texts, string Key)
{
    /// <summary>All places: localizers are declared as <c>IStringLocalizer&lt;XTexts&gt; name</c> and read as <c>name["Key"]</c>.</summary>
    public static IReadOnlyList<TextUse> All { get; } = [.. Repository.WebFiles(".razor", ".cs").SelectMany(In)];

    private static IEnumerable<TextUse> In(string file)
    {
        var source = Repository.Read(file);
        var localizers = Localizer().Matches(source + Partner(file))
            .GroupBy(match => match.Groups["name"].Value, match => match.Groups["texts"].Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return Use().Matches(source)
            .Where(match => localizers.ContainsKey(match.Groups["name"].Value))
            .Select(match => new TextUse(file, localizers[match.Groups["name"].Value], match.Groups["key"].Value));
    }

    /// <summary>A page and its code behind declare their localizers once.</summary>
    private static string Partner(string file)
    {
        var partner = file.EndsWith(".razor.cs", StringComparison.Ordinal) ? file[..^".cs".Length] : file + ".cs";
        return Exists(partner) ? Repository.Read(partner) : "";
    }

    private static bool Exists(string webFile) => System.IO.File.Exists(Path.Combine(Repository.Web, webFile));

    [GeneratedRegex(@"IStringLocalizer<(?<texts>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\b(?<name>\w+)\[\s*""(?<key>\w+)""")]
    private static partial Regex Use();
}
