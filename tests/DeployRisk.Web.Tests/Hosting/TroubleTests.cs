using System.Net;
using AngleSharp.Html.Dom;
using DeployRisk.TestKit.Databases;
using DeployRisk.Web.Tests.Running;
using Microsoft.Data.Sqlite;

namespace DeployRisk.Web.Tests.Hosting;

/// <summary>The database goes bad while the server runs: every page says what happened and what to do, and the log has it once.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    /// <summary>One such product fits into a page of the file, and a second does not.</summary>
    private static readonly string Description = new('説', 1000);

    private readonly RunningApp _app = new();
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync() => _visitor = await _app.SetUpAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(Disk.Full, "en", "The disk of the server is full.", "was not saved")]
    [InlineData(Disk.Full, "fr", "Le disque du serveur est plein.", "n’a pas été enregistré")]
    [InlineData(Disk.ReadOnly, "en", "The server may not write to its database.", "was not saved")]
    [InlineData(Disk.ReadOnly, "fr", "Le serveur n’a pas le droit d’écrire", "n’a pas été enregistré")]
    public async Task BadDisk_SaysSo_AndTheSameFormIsTakenLater(Disk disk, string language, string happened, string todo)
    {
        await _visitor.SubmitAsync("/products", "form[action='/preferences/language']", new Dictionary<string, string> { ["language"] = language });
        var (address, fields) = await _visitor.FillAsync("/products/new", "main form", ProductOf("Ledger"));
        await _visitor.SubmitAsync("/products/new", ProductOf("Payments"));
        _app.DiskTrouble.Disk = disk;

        var answer = await _visitor.PostAsync(address, fields);

        var page = await TroubleAsync(answer);
        Assert.Contains(happened, page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains(todo, page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(1, ErrorsInTheLog(page));
        Assert.Equal(HttpStatusCode.OK, (await _visitor.GetAsync("/products")).StatusCode);

        _app.DiskTrouble.Disk = Disk.Fine;
        Assert.Equal(HttpStatusCode.Found, (await _visitor.PostAsync(address, fields)).StatusCode);
    }

    [Fact]
    public async Task BadDisk_AtSignIn_SaysSo()
    {
        var other = _app.Visit();
        _app.DiskTrouble.Disk = Disk.ReadOnly;

        var answer = await other.SubmitAsync("/account/sign-in", "main form", new Dictionary<string, string>
        {
            ["Form.Email"] = SetUpAnswers.Email,
            ["Form.Password"] = "wrong on purpose",
        });

        Assert.Contains("may not write", (await TroubleAsync(answer)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    /// <summary>After a minute every request looks the session up: the page that tells of the failure must not fail over it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task DamagedFile_IsSaidToWhoIsSignedIn(int minutes)
    {
        _app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_app.DataDirectory, "deployrisk.db")};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        SqliteConnection.ClearAllPools();
        await SqliteFiles.OverwriteAsync(Path.Combine(_app.DataDirectory, "deployrisk.db"));

        var page = await TroubleAsync(await _visitor.GetAsync("/products"));

        Assert.Contains("The database is damaged.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(1, ErrorsInTheLog(page));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _app.Visit().GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task Health_WhileTheDatabaseIsAway_IsLoggedOnce()
    {
        var file = Path.Combine(_app.DataDirectory, "deployrisk.db");
        SqliteConnection.ClearAllPools();
        var content = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await SqliteFiles.OverwriteAsync(file);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _app.Visit().GetAsync("/health/ready")).StatusCode);
        }

        Assert.Single(_app.LinesOfTheLog(), line => line.Contains(" [ERR] ", StringComparison.Ordinal));

        SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await _app.Visit().GetAsync("/health/ready")).StatusCode);
        Assert.Single(_app.LinesOfTheLog(), line => line.Contains("Ready again", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> ProductOf(string name) => new() { ["Input.Name"] = name, ["Input.Description"] = Description };

    private static async Task<IHtmlDocument> TroubleAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = await Visitor.DocumentAsync(answer);
        Assert.NotNull(page.QuerySelector("main h1"));
        return page;
    }

    /// <summary>How many errors the log has, all under the reference of the page.</summary>
    private int ErrorsInTheLog(IHtmlDocument page)
    {
        var errors = _app.LinesOfTheLog()
            .Where(line => line.Contains(" [ERR] ", StringComparison.Ordinal))
            .ToList();
        var reference = page.QuerySelector(".dr-reference")!.TextContent;
        Assert.All(errors, line => Assert.Contains(reference, line, StringComparison.Ordinal));
        return errors.Count;
    }
}
