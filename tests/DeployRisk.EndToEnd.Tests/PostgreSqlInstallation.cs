using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>The application on a PostgreSQL server, set up.</summary>
public sealed class PostgreSqlInstallation(DeployRiskApp app) : IAsyncLifetime
{
    private AppProcess? _process;

    public AppProcess Server => _process!;

    /// <summary>Cookies of the administrator.</summary>
    public string SignedIn { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var server = await PostgreSqlServer.Running;
        _process = await AppProcess.StartAsync(
            "--DeployRisk:Database:Provider=PostgreSql", $"--DeployRisk:Database:ConnectionString={await server.CreateAsync()}");
        SignedIn = await app.SetUpAsync(_process.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
