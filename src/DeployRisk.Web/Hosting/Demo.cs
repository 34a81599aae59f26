using System.Globalization;
using DeployRisk.Data;
using DeployRisk.Data.Startup;
using DeployRisk.Domain.Questionnaires;
using Microsoft.Data.Sqlite;

namespace DeployRisk.Web.Hosting;

/// <summary>
/// What <c>--demo</c> asks for: the sample organisation on a throw-away database, on this machine alone, because
/// everybody can sign in to it.
/// </summary>
public sealed class Demo : IDisposable
{
    private const string Option = "--demo";

    /// <summary>The sections that are not for a demo.</summary>
    private static readonly string[] OfOthers = ["Mail", "Keys"];

    private readonly DirectoryInfo _directory = MakeDirectory();

    private Demo(Language language, string[] otherArguments)
    {
        Language = language;
        OtherArguments = otherArguments;
    }

    /// <summary>The language of the sample's texts.</summary>
    public Language Language { get; }

    /// <summary>The arguments without those of the demo.</summary>
    public IReadOnlyList<string> OtherArguments { get; }

    /// <summary>The demo that the arguments ask for (<c>--demo</c>, <c>--demo fr</c> or <c>--demo=fr</c>), or null.</summary>
    /// <exception cref="StartupFailureException">The language is not one there is, or nothing can be kept for a while.</exception>
    public static Demo? AskedForBy(string[] arguments)
    {
        var at = Array.FindIndex(arguments, argument => argument == Option || argument.StartsWith(Option + "=", StringComparison.Ordinal));
        if (at < 0)
        {
            return null;
        }

        var (language, taken) = arguments[at] switch
        {
            Option when at + 1 < arguments.Length && !arguments[at + 1].StartsWith('-') => (arguments[at + 1], 2),
            Option => (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "fr" : "en", 1),
            var withLanguage => (withLanguage[(Option.Length + 1)..], 1),
        };
        return new Demo(LanguageOf(language), [.. arguments[..at], .. arguments[(at + taken)..]]);
    }

    /// <summary>Keeps everything in a folder that goes with the demo, whatever else is configured.</summary>
    /// <exception cref="StartupFailureException">It would listen on other addresses than this machine's own.</exception>
    public void Configure(ConfigurationManager configuration)
    {
        if (Addresses.FirstBeyondThisMachine(configuration) is { } address)
        {
            throw new StartupFailureException(
                $"A demo listens on this machine alone, because everybody can sign in to it: {address} is open to others. Choose an address such as --urls http://localhost:5080, or leave it out.");
        }

        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"{DeployRiskOptions.Section}:{nameof(DeployRiskOptions.DataDirectory)}"] = _directory.FullName,
            [$"{DeployRiskOptions.Section}:Database:Provider"] = nameof(DatabaseProvider.Sqlite),
            [$"{DeployRiskOptions.Section}:Database:ConnectionString"] = "",
        });

        // Nobody outside gets mail from a demo, and its keys go with it.
        var others = OfOthers.SelectMany(name => configuration.GetSection($"{DeployRiskOptions.Section}:{name}").AsEnumerable()).ToList();
        configuration.AddInMemoryCollection(others.Select(setting => new KeyValuePair<string, string?>(setting.Key, "")));
    }

    /// <summary>Deletes the folder with everything in it.</summary>
    public void Dispose()
    {
        // Connections that wait in the pool would keep the file open.
        SqliteConnection.ClearAllPools();
        _directory.Refresh();
        if (!_directory.Exists)
        {
            return;
        }

        try
        {
            _directory.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The folder of the demo could not be deleted: {_directory.FullName}");
        }
    }

    private static DirectoryInfo MakeDirectory()
    {
        try
        {
            return Directory.CreateTempSubdirectory("deployrisk-demo-");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailureException($"A demo needs a folder for a while, and none can be made in {Path.GetTempPath()}: {exception.Message}");
        }
    }

    private static Language LanguageOf(string tag) => tag switch
    {
        "en" => Language.English,
        "fr" => Language.French,
        _ => throw new StartupFailureException($"{Option} is followed by en, fr or nothing, not by '{tag}'."),
    };
}
