using System.Globalization;
using DeployRisk.Data;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Startup;

namespace DeployRisk.Web.Hosting;

/// <summary>
/// <c>audit verify</c>: checks the audit trail of the configured database, says what was found, and ends. With <c>--head</c> it must
/// have passed a head that was kept elsewhere.
/// </summary>
public sealed class AuditCommand
{
    /// <summary>The exit code for a trail that is not whole.</summary>
    public const int NotWhole = 2;

    private static readonly string[] Words = ["audit", "verify"];

    private const string HeadOption = "--head";

    private readonly AuditHead? _kept;

    private AuditCommand(IReadOnlyList<string> otherArguments, AuditHead? kept)
    {
        OtherArguments = otherArguments;
        _kept = kept;
    }

    /// <summary>The arguments that the application is configured with.</summary>
    public IReadOnlyList<string> OtherArguments { get; }

    /// <summary>The command, or null when it was not asked for.</summary>
    /// <exception cref="StartupFailureException">A head was to be given, and is none.</exception>
    public static AuditCommand? AskedForBy(IReadOnlyList<string> args)
    {
        if (!args.Take(Words.Length).SequenceEqual(Words))
        {
            return null;
        }

        List<string> others = [.. args.Skip(Words.Length)];
        var option = others.FindIndex(argument => argument == HeadOption || argument.StartsWith(HeadOption + "=", StringComparison.Ordinal));
        if (option < 0)
        {
            return new AuditCommand(others, null);
        }

        var isJoined = others[option] != HeadOption;
        var given = isJoined ? others[option][(HeadOption.Length + 1)..] : others.ElementAtOrDefault(option + 1);
        others.RemoveRange(option, isJoined || given is null ? 1 : 2);
        return new AuditCommand(others, AuditHead.Read(given ?? "") ?? throw new StartupFailureException(
            "--head wants a head as the page of the audit trail shows it: a number, a colon and 64 hexadecimal digits."));
    }

    /// <summary>Checks and says what was found; does not listen, and changes nothing.</summary>
    /// <exception cref="StartupFailureException">The database cannot be read.</exception>
    public async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            // SQLite would make the file that is not there.
            var data = app.Services.GetRequiredService<DataOptions>();
            if (data.Provider == DatabaseProvider.Sqlite && !File.Exists(data.SqliteFile))
            {
                throw new StartupFailureException($"There is no database at {data.SqliteFile}: name its folder in DeployRisk__DataDirectory.");
            }

            var found = await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(_kept);
            var isWhole = found is AuditVerification.Whole;
            await (isWhole ? Console.Out : Console.Error).WriteLineAsync(Say(found));
            return isWhole ? 0 : NotWhole;
        }
        catch (Exception exception) when (exception is not StartupFailureException)
        {
            throw new StartupFailureException(
                $"The audit trail could not be read ({exception.Message}). Is this the database of this version of DeployRisk, and may this account read it?", exception);
        }
    }

    private static string Say(AuditVerification found) => found switch
    {
        AuditVerification.Whole { Records: var records, Head: var head } =>
            string.Create(CultureInfo.InvariantCulture, $"The audit trail is whole: {records} records, head {records}:{head}"),
        AuditVerification.Missing { Sequence: var missing } =>
            string.Create(CultureInfo.InvariantCulture, $"The audit trail is broken: record {missing} is missing."),
        AuditVerification.Changed { Sequence: var changed, At: var at } =>
            string.Create(CultureInfo.InvariantCulture, $"The audit trail is broken: record {changed} of {at:u} is not what was written, or not where it was written."),
        AuditVerification.MadeAnew { Sequence: var remade } =>
            string.Create(CultureInfo.InvariantCulture, $"The audit trail was made anew: record {remade} is not the one whose head was kept."),
        AuditVerification.Added { Sequence: var added } =>
            string.Create(CultureInfo.InvariantCulture, $"The audit trail is broken: record {added} is not what its head tells of."),
        _ => throw new ArgumentOutOfRangeException(nameof(found), found, "A finding without a sentence."),
    };
}
