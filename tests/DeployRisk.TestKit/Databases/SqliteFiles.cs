namespace DeployRisk.TestKit.Databases;

/// <summary>What happens to SQLite files that nobody takes care of.</summary>
public static class SqliteFiles
{
    private const int Page = 4096;

    /// <summary>Writes nonsense over every page but the first.</summary>
    public static async Task OverwriteAsync(string path)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        Array.Fill(bytes, (byte)0x5A, Page, bytes.Length - Page);
        await File.WriteAllBytesAsync(path, bytes);
    }
}
