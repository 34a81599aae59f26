using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace DeployRisk.Benchmarks.Load;

/// <summary>What it takes to see a page with an empty cache.</summary>
/// <param name="FirstPaint">First contentful paint, in milliseconds after the navigation began.</param>
/// <param name="Resources">What was loaded, with its bytes on the wire, headers included.</param>
/// <param name="SocketBytes">What came through the web socket of the circuit, decompressed.</param>
internal sealed record FirstVisit(double FirstPaint, IReadOnlyDictionary<string, long> Resources, long SocketBytes)
{
    private const string Painted = """
        () => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntriesByName('first-contentful-paint')[0].startTime))
          .observe({ type: 'paint', buffered: true }))
        """;

    public long Bytes => Resources.Values.Sum();

    /// <summary>Opens a page in a browser window that has seen nothing.</summary>
    /// <param name="context">The window.</param>
    /// <param name="address">The page.</param>
    /// <param name="ready">What is there once it is ready.</param>
    public static async Task<FirstVisit> MakeAsync(IBrowserContext context, string address, string ready)
    {
        var page = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(page);
        var names = new Dictionary<string, string>();
        var resources = new Dictionary<string, long>();
        long socketBytes = 0;
        session.Event("Network.requestWillBeSent").OnEvent += (_, sent) => names[IdOf(sent)] = PathOf(sent);
        session.Event("Network.loadingFinished").OnEvent += (_, loaded) =>
            resources[names[IdOf(loaded)]] = (long)loaded!.Value.GetProperty("encodedDataLength").GetDouble();
        session.Event("Network.webSocketFrameReceived").OnEvent += (_, frame) => socketBytes += LengthOf(frame!.Value.GetProperty("response"));
        await session.SendAsync("Network.enable");
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator(ready).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return new FirstVisit(await page.EvaluateAsync<double>(Painted), resources, socketBytes);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Bytes / 1000.0:0.0} KB in {Resources.Count} resources ({string.Join(", ", Resources.OrderByDescending(one => one.Value).Select(one => $"{one.Key} {one.Value / 1000.0:0.0}"))}), web socket {SocketBytes / 1000.0:0.0} KB");

    private static string IdOf(JsonElement? message) => message!.Value.GetProperty("requestId").GetString()!;

    private static string PathOf(JsonElement? message) => new Uri(message!.Value.GetProperty("request").GetProperty("url").GetString()!).AbsolutePath;

    /// <summary>Binary frames are told in Base64.</summary>
    private static long LengthOf(JsonElement frame)
    {
        const int Binary = 2;
        var data = frame.GetProperty("payloadData").GetString()!;
        return (int)frame.GetProperty("opcode").GetDouble() == Binary ? Convert.FromBase64String(data).Length : data.Length;
    }
}
