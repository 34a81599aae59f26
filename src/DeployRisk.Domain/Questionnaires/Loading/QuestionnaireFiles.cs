namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Where the files of a questionnaire come from.</summary>
internal abstract class QuestionnaireFiles
{
    /// <summary>The file that a folder must hold.</summary>
    public const string Main = "questionnaire.json";

    /// <summary>No file may be larger.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The name under which the first file is reported.</summary>
    public abstract string First { get; }

    /// <summary>The same files, begun at another one.</summary>
    public abstract QuestionnaireFiles StartingAt(string first);

    /// <summary>Reads a file by the name that the first one gives it; reports a fault and returns null when it cannot.</summary>
    public abstract QuestionnaireFile? Read(string name, FaultList faults);

    public static QuestionnaireFiles BuiltIn { get; } = new Embedded();

    public static QuestionnaireFiles At(string path)
    {
        if (Directory.Exists(path))
        {
            return new OnDisk(path, Main);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        return new OnDisk(folder, Path.GetFileName(path));
    }

    private sealed class Embedded : QuestionnaireFiles
    {
        public override string First => Main;

        public override QuestionnaireFiles StartingAt(string first) => this;

        public override QuestionnaireFile? Read(string name, FaultList faults)
        {
            using var stream = typeof(Questionnaire).Assembly.GetManifestResourceStream($"DeploymentReadiness/{name}");
            if (stream is null)
            {
                faults.Add(name, "$", "The file is missing.");
                return null;
            }

            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new QuestionnaireFile(name, content);
        }
    }

    private sealed class OnDisk(string folder, string first) : QuestionnaireFiles
    {
        public override string First => first;

        public override QuestionnaireFiles StartingAt(string first) => new OnDisk(folder, first);

        public override QuestionnaireFile? Read(string name, FaultList faults)
        {
            if (name != Path.GetFileName(name))
            {
                faults.Add(name, "$", "A category's file stands beside the questionnaire's: give its name without a folder.");
                return null;
            }

            try
            {
                return Content(Path.Combine(folder, name), name, faults);
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                faults.Add(name, "$", "The file is missing.");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                faults.Add(name, "$", "The file cannot be read; check that it is a file and that you may read it.");
            }

            return null;
        }

        private static QuestionnaireFile? Content(string path, string name, FaultList faults)
        {
            // Read a bounded amount: a device or a pipe has no length to trust.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var buffer = new byte[MaxBytes + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length > MaxBytes)
            {
                faults.Add(name, "$", "The file is larger than 1 MiB.");
                return null;
            }

            return new QuestionnaireFile(name, buffer.AsMemory(0, length));
        }
    }
}
