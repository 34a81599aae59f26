namespace DeployRisk.TestKit.Databases;

/// <summary>A folder that is gone when it is disposed.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("deployrisk-test-").FullName;

    /// <summary>A page that is still reading when its test ends may make a file while the folder is being emptied.</summary>
    public void Dispose()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (Directory.Exists(Path))
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                Thread.Yield();
            }
        }
    }
}
