using DeployRisk.Data.Startup;
using DeployRisk.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Startup;

public sealed class DatabaseStartupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EmptyDirectory_Prepared_HasEveryMigrationAndNoBackup()
    {
        await using var database = TestDatabase.Unprepared();

        await database.PrepareAsync();

        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Stop));
        Assert.False(Directory.Exists(database.Options.BackupDirectory));
    }

    [Fact]
    public async Task PreparedTwice_ChangesNothing()
    {
        await using var database = TestDatabase.Unprepared();
        await database.PrepareAsync();
        var ada = await database.UserAsync();
        await database.ProductAsync(ada);

        await database.PrepareAsync();

        Assert.Single(await database.Products.ListAsync(database.Reader, Stop));
        Assert.False(Directory.Exists(database.Options.BackupDirectory));
    }

    [Fact]
    public void MissingDirectory_Prepared_IsMadeForItsOwnerAlone()
    {
        using var parent = new TemporaryDirectory();
        var path = Path.Combine(parent.Path, "a", "b");

        DataDirectory.Ensure(new DataOptions { DataDirectory = path });

        Assert.True(Directory.Exists(path));
        Assert.Empty(Directory.GetFileSystemEntries(path));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Connections_AreDurableAndDoNotBlockReaders()
    {
        await using var database = TestDatabase.Unprepared();
        await database.PrepareAsync();

        await using var context = await database.Contexts.CreateDbContextAsync(Stop);

        Assert.Equal("wal", await PragmaAsync<string>(context, "PRAGMA journal_mode"));
        Assert.Equal(2, await PragmaAsync<long>(context, "PRAGMA synchronous"));
        Assert.Equal(1, await PragmaAsync<long>(context, "PRAGMA foreign_keys"));
        Assert.Equal(5000, await PragmaAsync<long>(context, "PRAGMA busy_timeout"));
    }

    [Fact]
    public async Task PendingMigration_OnAnExistingFile_CopiesItFirst()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ada = await database.UserAsync();
        await database.ProductAsync(ada);
        var last = (await KnownMigrationsAsync(database))[^1];
        await using var newVersion = Services(database.Options, database.Clock, NextVersion.Use);

        await newVersion.GetRequiredService<DatabaseStartup>().PrepareAsync(Stop);

        var copy = Assert.Single(Directory.GetFiles(database.Options.BackupDirectory));
        Assert.Equal($"deployrisk-20260302T090000000Z-{last}.db", Path.GetFileName(copy));
        Assert.Equal(1L, Scalar(copy, "SELECT count(*) FROM Products"));
        Assert.Equal("ok", Scalar(copy, "PRAGMA integrity_check"));
        Assert.Equal(0L, Scalar(copy, "SELECT count(*) FROM sqlite_master WHERE name = 'NextVersion'"));
        Assert.Equal(1L, Scalar(database.Options.SqliteFile, "SELECT count(*) FROM sqlite_master WHERE name = 'NextVersion'"));
    }

    [Fact]
    public async Task OldVersion_AfterTheUpgrade_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var newVersion = Services(database.Options, database.Clock, NextVersion.Use);
        await newVersion.GetRequiredService<DatabaseStartup>().PrepareAsync(Stop);

        Assert.Contains(NextVersion.Id, await FailureAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KilledMigration_LeftItsLock_StartsAgain()
    {
        await using var database = await TestDatabase.CreateAsync();
        Execute(database.Options.SqliteFile, "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL)");
        Execute(database.Options.SqliteFile, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");

        await database.PrepareAsync();

        Assert.Empty(await database.Products.ListAsync(database.Reader, Stop));
    }

    [Fact]
    public async Task NewerDatabase_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        Execute(database.Options.SqliteFile, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0.0')");

        var message = await FailureAsync(database);

        Assert.Contains("newer version", message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_FromTheFuture", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsRefused()
    {
        await using var database = TestDatabase.Unprepared();
        await File.WriteAllTextAsync(database.Options.SqliteFile, new string('x', 5000), Stop);

        Assert.Contains("is damaged or is not a SQLite database", await FailureAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TruncatedFile_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var bytes = await File.ReadAllBytesAsync(database.Options.SqliteFile, Stop);
        Array.Fill(bytes, (byte)0x5A, 100, 4000);
        await File.WriteAllBytesAsync(database.Options.SqliteFile, bytes[..8192], Stop);

        Assert.Contains("is damaged or is not a SQLite database", await FailureAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseOfAnotherProgram_IsRefused()
    {
        await using var database = TestDatabase.Unprepared();
        Execute(database.Options.SqliteFile, "CREATE TABLE Recipes (Id INTEGER)");

        Assert.Contains("belongs to another program", await FailureAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LockedFile_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new SqliteConnection(Connection(database.Options.SqliteFile));
        await other.OpenAsync(Stop);
        await using var transaction = await other.BeginTransactionAsync(Stop);

        Assert.Contains("is locked by another program", await FailureAsync(database), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/deployrisk")]
    [InlineData("/dev/null/deployrisk")]
    public async Task DirectoryThatCannotBeMade_IsRefused(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");

        var message = await FailureAsync(new DataOptions { DataDirectory = path });

        Assert.Contains($"The data directory '{path}' cannot be made or written", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherProcessStarting_AndNotFinishing_IsRefused()
    {
        await using var database = TestDatabase.Unprepared();
        var impatient = database.Options with { Patience = TimeSpan.FromMilliseconds(50) };
        await using var other = await StartLock.TakeAsync(impatient, Stop);

        Assert.Contains("Another DeployRisk is starting", await FailureAsync(impatient), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13, "is full")]
    [InlineData(8, "cannot be read and written")]
    [InlineData(14, "cannot be read and written")]
    public void SqliteError_Explained_SaysWhatToDo(int code, string expected)
    {
        var sentence = StartupFailures.Explain(new SqliteException("x", code), new DataOptions { DataDirectory = "/data" });

        Assert.Contains(expected, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownError_IsNotExplainedAway() =>
        Assert.Null(StartupFailures.Explain(new InvalidOperationException("a bug"), new DataOptions { DataDirectory = "/data" }));

    [Fact]
    public async Task PostgreSqlServer_ThatIsNotThere_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        var options = new DataOptions
        {
            DataDirectory = directory.Path,
            Provider = DatabaseProvider.PostgreSql,
            ConnectionString = "Host=127.0.0.1;Port=1;Username=u;Password=secret;Timeout=2",
        };

        var message = await FailureAsync(options);

        Assert.Contains("The PostgreSQL server cannot be reached", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    private static async Task<string> FailureAsync(TestDatabase database)
    {
        var failure = await Assert.ThrowsAsync<StartupFailureException>(database.PrepareAsync);
        Assert.DoesNotContain('\n', failure.Message);
        return failure.Message;
    }

    private static async Task<string> FailureAsync(DataOptions options)
    {
        await using var services = Services(options, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<StartupFailureException>(() => services.GetRequiredService<DatabaseStartup>().PrepareAsync(Stop));
        return failure.Message;
    }

    private static ServiceProvider Services(DataOptions options, TimeProvider clock, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddDeployRiskData(options);
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task<string[]> KnownMigrationsAsync(TestDatabase database)
    {
        await using var context = await database.Contexts.CreateDbContextAsync(Stop);
        return [.. context.Database.GetMigrations()];
    }

    private static async Task<T> PragmaAsync<T>(DeployRiskDbContext context, string pragma)
    {
        await context.Database.OpenConnectionAsync(Stop);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static string Connection(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    private static void Execute(string path, string sql) => Scalar(path, sql);

    private static object? Scalar(string path, string sql)
    {
        using var connection = new SqliteConnection(Connection(path));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
