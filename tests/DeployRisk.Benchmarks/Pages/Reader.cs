using System.Diagnostics;
using DeployRisk.Benchmarks.Visiting;

namespace DeployRisk.Benchmarks.Pages;

/// <summary>Somebody signed in who reads pages without a browser.</summary>
internal sealed class Reader : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private readonly HttpClient _client;

    private Reader(SocketsHttpHandler handler, Uri address)
    {
        _handler = handler;
        _client = new HttpClient(handler) { BaseAddress = address };
    }

    public static async Task<Reader> SignInAsync(Uri address) =>
        new(new SocketsHttpHandler { CookieContainer = await SignIn.AsAsync(0, address) }, address);

    /// <summary>The milliseconds until the last byte of a page, and its length.</summary>
    public async Task<(double Milliseconds, int Length)> ReadAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        var page = await _client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, page.Length);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }
}
