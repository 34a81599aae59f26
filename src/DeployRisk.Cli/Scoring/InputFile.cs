namespace DeployRisk.Cli.Scoring;

/// <summary>Reads a file that may be anything.</summary>
internal static class InputFile
{
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The content, or null with a fault that says why not.</summary>
    public static ReadOnlyMemory<byte>? Read(string path, List<string> faults)
    {
        try
        {
            using var stream = path == "-"
                ? Console.OpenStandardInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

            // A bounded amount: a device or a pipe has no length to trust.
            var buffer = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length <= MaxBytes)
            {
                return buffer.AsMemory(0, length);
            }

            faults.Add($"{path}: the file is larger than 1 MiB.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add($"{path}: there is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Add($"{path}: the file cannot be read; check that it is a file and that you may read it.");
        }

        return null;
    }
}
