using System.Globalization;
using DeployRisk.Data;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Startup;

namespace DeployRisk.Web.Hosting;

/// <summary>
/// <c>audit verify</c>: checks the audit trail of the configured database, says what was found, and ends. With <c>--head</c> it must
/// have passed a head that was kept elsewhere.
/// </summary>
public static class AuditCommand
{
    /// <summary>The exit code for a trail that is not whole.</summary>
    public const int NotWhole = 2;

    private static readonly string[] Words = ["audit", "verify"];

    /// <summary>The arguments behind the command, or null when it was not asked for.</summary>
    public static IReadOnlyList<string>? AskedForBy(IReadOnlyList<string> args) => args.Take(Words.Length).SequenceEqual(Words) ? [.. args.Skip(Words.Length)] : null;

    /// <summary>Checks and says what was found; does not listen, and changes nothing.</summary>
    /// <exception cref="StartupFailureException">The database cannot be read.</exception>
    public static async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            // SQLite would make the file that is not there.
            var data = app.Services.GetRequiredService<DataOptions>();
            if (data.Provider == DatabaseProvider.Sqlite && !File.Exists(data.SqliteFile))
            {
                throw new StartupFailureException($"There is no database at {data.SqliteFile}: name its folder in DeployRisk__DataDirectory.");
            }

            var found = await app.Services.GetRequiredService<AuditVerifier>().VerifyAsync(KeptHead(app.Configuration["head"]));
            var isWhole = found is AuditVerification.Whole;
            await (isWhole ? Console.Out : Console.Error).WriteLineAsync(Say(found));
            return isWhole ? 0 : NotWhole;
        }
        catch (Exception exception) when (exception is not StartupFailureException)
        {
            throw new StartupFailureException(
                $"The audit trail could not be read ({exception.Message}). Is this the database of this version of DeployRisk, and may this account write to it?", exception);
        }
    }

    private static AuditHead? KeptHead(string? given) => given is null
        ? null
        : AuditHead.Read(given) ?? throw new StartupFailureException("--head wants a head as the page of the audit trail shows it: a number, a colon and 64 hexadecimal digits.");

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
