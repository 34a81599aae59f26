using System.Diagnostics;
using DeployRisk.TestKit.Programs;
using Npgsql;

namespace DeployRisk.TestKit.Databases;

/// <summary>
/// A PostgreSQL server of the test process: its own folder, reached through a socket in it, and gone with the process.
/// It refuses to run as root, so that there it runs as somebody without rights.
/// </summary>
public sealed class PostgreSqlServer
{
    private const string HowToInstall =
        "The tests need the programs of a PostgreSQL server: install them (on Debian: apt-get install postgresql), or name their folder in the environment variable POSTGRESQL_BIN.";

    private const string User = "deployrisk";
    private const string Unprivileged = "nobody";
    private static readonly Lazy<Task<PostgreSqlServer>> Started = new(StartAsync);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly string _folder;

    /// <summary>Kept, because its input ends when nobody holds it any more.</summary>
    private readonly Process _process;
    private int _made;

    private PostgreSqlServer(string folder, Process process)
    {
        _folder = folder;
        _process = process;
    }

    /// <summary>The server, started by the first who asks.</summary>
    /// <exception cref="InvalidOperationException">There are no programs of a server and none could be installed, or it does not start.</exception>
    public static Task<PostgreSqlServer> Running => Started.Value;

    /// <summary>Makes a database, empty or as a copy of another, and gives its connection string.</summary>
    public async Task<string> CreateAsync(string? template = null)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            var name = $"test_{++_made}";
            await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
            await connection.OpenAsync();
            await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // Both names are made here.
            create.CommandText = template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}";
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync();
            return ConnectionTo(name);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = FindOrInstall();
        var folder = Directory.CreateTempSubdirectory("deployrisk-postgresql-").FullName;
        string[] asSomebody = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Unprivileged}", $"--regid={GroupOf(Unprivileged)}", "--clear-groups"] : [];
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", Unprivileged, folder);
        }

        Run([.. asSomebody, Path.Combine(programs, "initdb"), "-D", folder, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);

        // The shell waits for the end of its input, which is when this process ends, however it ends.
        const string Script =
            """
            "$1/postgres" -D "$2" -c listen_addresses= -c unix_socket_directories="$2" -c fsync=off -c full_page_writes=off -c max_connections=300 >"$2/log" 2>&1 &
            cat >/dev/null
            kill -QUIT $!
            wait
            rm -rf "$2"
            """;
        var server = new PostgreSqlServer(folder, Start([.. asSomebody, "sh", "-c", Script, "sh", programs, folder]));
        await server.ReadyAsync();
        return server;
    }

    private static string FindOrInstall() =>
        Find() ?? (Debian.Install("postgresql", () => Find() is not null) ? Find() : null) ?? throw new InvalidOperationException(HowToInstall);

    private static string? Find()
    {
        string[] named = [Environment.GetEnvironmentVariable("POSTGRESQL_BIN") ?? ""];
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return named.Concat(debian).Concat(path).FirstOrDefault(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")));
    }

    private static string GroupOf(string user)
    {
        using var process = Start("id", "-gn", user);
        return process.StandardOutput.ReadToEnd().Trim();
    }

    private static void Run(params string[] command)
    {
        using var process = Start(command);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} failed with {process.ExitCode}: {output}");
        }
    }

    private static Process Start(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        return Process.Start(start)!;
    }

    private async Task ReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync())
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!_process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(1))
            {
                // Not there yet.
            }
        }
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = User, Database = database, MaxPoolSize = 20 }.ToString();
}
