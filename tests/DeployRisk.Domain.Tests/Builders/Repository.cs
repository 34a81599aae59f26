namespace DeployRisk.Domain.Tests.Builders;

/// <summary>Files of the repository, found from the folder that the tests run in.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot(DirectoryInfo? folder)
    {
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "DeployRisk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository: DeployRisk.sln was not found above them.");
    }
}
