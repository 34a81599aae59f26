namespace DeployRisk.Data.Startup;

/// <summary>The folder of everything that is kept in files.</summary>
public static class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder when it is missing, readable by its owner alone, and sees that files can be written in it.</summary>
    /// <exception cref="StartupFailureException">It cannot be made or written.</exception>
    public static void Ensure(DataOptions options)
    {
        try
        {
            Make(options.DataDirectory);
            var probe = Path.Combine(options.DataDirectory, $".write-test-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                // Being able to make the file is all that is asked.
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartupFailureException(StartupFailures.DirectoryNotWritable(options, exception), exception);
        }
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows() || Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
