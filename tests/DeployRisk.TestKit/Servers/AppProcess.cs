using System.Diagnostics;
using System.Net;
using System.Text;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.TestKit.Servers;

/// <summary>The web application as a process of its own, with its own data directory on a free port.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory _data = new();
    private readonly StringBuilder _output = new();
    private readonly int _port = Ports.Free();
    private readonly AppProgram _program;
    private readonly string? _dataDirectory;
    private readonly string[] _arguments;
    private Process? _process;

    private AppProcess(AppProgram program, string? dataDirectory, string[] arguments)
    {
        _program = program;
        _dataDirectory = dataDirectory;
        _arguments = arguments;
    }

    public Uri Address => new($"http://localhost:{_port}");

    public string DataDirectory => _dataDirectory ?? _data.Path;

    /// <summary>What the process printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the application as it was built with the tests, and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not become ready; its output is in the message.</exception>
    public static Task<AppProcess> StartAsync(params string[] arguments) => StartAsync(AppProgram.Built, null, arguments);

    /// <summary>Starts a program and waits until it is ready.</summary>
    /// <param name="program">The application, or another program that serves it.</param>
    /// <param name="dataDirectory">A data directory that stays; one that goes with the process when null.</param>
    /// <param name="arguments">More arguments.</param>
    /// <exception cref="InvalidOperationException">It ended or did not become ready; its output is in the message.</exception>
    public static async Task<AppProcess> StartAsync(AppProgram program, string? dataDirectory, params string[] arguments)
    {
        var app = new AppProcess(program, dataDirectory, arguments);
        try
        {
            await app.RunAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the process at once, without a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts the process again on the same port and data.</summary>
    public Task RestartAsync() => RunAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        _data.Dispose();
    }

    private async Task RunAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", _program.Path, .. _program.Arguments, "--urls", Address.ToString(), .. _arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (_program == AppProgram.Built)
        {
            // Compiled once: compiling anew what is used often does not pay within a test. What is published runs as it is installed.
            start.Environment["DOTNET_TieredPGO"] = "0";
            start.Environment["DOTNET_TC_CallCounting"] = "0";

            // One heap, collected by who asks for memory, and code that is written where it runs: a server lives for seconds here, beside many others.
            start.Environment["DOTNET_gcServer"] = "0";
            start.Environment["DOTNET_gcConcurrent"] = "0";
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";

            // Browsers keep styles and scripts as they do where the application is installed; while it is developed they ask for each, each time.
            start.Environment["EnableStaticAssetsDevelopmentCaching"] = "true";
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = _program.Environment;
        start.Environment["DeployRisk__DataDirectory"] = DataDirectory;
        start.Environment[OperatingSystem.IsWindows() ? "TMP" : "TMPDIR"] = _data.Path;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();
        while (await timer.WaitForNextTickAsync())
        {
            if (_process!.HasExited || watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The application did not become ready:{Environment.NewLine}{Output}");
            }

            try
            {
                using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
