using System.Net;
using DeployRisk.Data;
using DeployRisk.TestKit.Builders;
using DeployRisk.TestKit.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DeployRisk.Web.Tests.Running;

/// <summary>The whole application in this process, with a data directory of its own.</summary>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("deployrisk-web-");

    /// <summary>Where the visitors' connections come from.</summary>
    public IPAddress? VisitorsAddress { get; set; } = IPAddress.Loopback;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>What the disk of the database is like.</summary>
    public DiskTrouble DiskTrouble { get; } = new();

    /// <summary>Which answer of the database is late.</summary>
    public LateAnswer LateAnswer { get; } = new();

    public string DataDirectory => _directory.FullName;

    /// <summary>Extra settings, by key.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public Visitor Visit() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>Sets up the application and gives a visitor who is signed in as its first administrator.</summary>
    public async Task<Visitor> SetUpAsync()
    {
        var visitor = Visit();
        var done = await visitor.SubmitAsync("/setup", SetUpAnswers.Complete);
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        return visitor;
    }

    /// <summary>What it has written to its log until now.</summary>
    public IEnumerable<string> LinesOfTheLog() => Directory.EnumerateFiles(Path.Combine(DataDirectory, "logs")).SelectMany(ReadShared);

    /// <summary>The application goes on writing.</summary>
    private static string[] ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("DeployRisk:DataDirectory", DataDirectory);
        TestDatabase.PutMigrated(DataDirectory);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            // Hashing as slowly as it should be would take a good part of the tests' time.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            services.AddSingleton<TimeProvider>(Clock);

            // Read once for all tests: it takes a tenth of a start.
            services.AddSingleton(BuiltIn.Questionnaire);
            services.ConfigureDbContext<SqliteDeployRiskDbContext>(context => context.AddInterceptors(DiskTrouble, LateAnswer));
            services.AddSingleton<IStartupFilter>(new ComesFrom(this));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _directory.Refresh();
        if (disposing && _directory.Exists)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            _directory.Delete(recursive: true);
        }
    }

    private sealed class ComesFrom(RunningApp app) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use((http, following) =>
            {
                http.Connection.RemoteIpAddress = app.VisitorsAddress;
                return following(http);
            });
            next(builder);
        };
    }
}
