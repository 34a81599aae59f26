using System.Runtime.CompilerServices;

namespace DeployRisk.Web.Tests.Running;

/// <summary>The sources that these tests read.</summary>
public static class Repository
{
    /// <summary>The folder of the web project.</summary>
    public static string Web { get; } = Path.Combine(Root(), "src", "DeployRisk.Web");

    /// <summary>The files of the web project with one of the given endings, relative to it.</summary>
    public static IReadOnlyList<string> WebFiles(params string[] endings) =>
        [.. Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Web, path))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.StartsWith("bin", StringComparison.Ordinal) && !path.StartsWith("obj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static string Read(string webFile) => File.ReadAllText(Path.Combine(Web, webFile));

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "DeployRisk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The sources are not beside the tests.");
        }

        return folder.FullName;
    }
}
