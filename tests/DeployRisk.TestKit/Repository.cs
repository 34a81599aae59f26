namespace DeployRisk.TestKit;

/// <summary>Where the repository is, found from the folder that the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string PathOf(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeployRisk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: DeployRisk.sln was not found above them.");
    }
}
