using System.Xml.Linq;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Localisation;

/// <summary>One pair of resource files: the texts of a feature in both languages.</summary>
/// <param name="Name">The marker class that names them, AccountTexts for example.</param>
/// <param name="English">The English texts by key.</param>
/// <param name="French">The French texts by key.</param>
public sealed record Texts(string Name, IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> French)
{
    /// <summary>All pairs of the web project.</summary>
    public static IReadOnlyList<Texts> All { get; } =
        [.. Repository.WebFiles(".resx")
            .Where(path => !path.EndsWith(".fr.resx", StringComparison.Ordinal))
            .Select(path => path[..^".resx".Length])
            .Select(path => new Texts(Path.GetFileName(path), Load(path + ".resx"), Load(path + ".fr.resx")))];

    private static Dictionary<string, string> Load(string path) =>
        XDocument.Parse(Repository.Read(path)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
}
