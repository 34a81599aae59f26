using System.Globalization;
using DeployRisk.Benchmarks.Seeding;
using DeployRisk.Benchmarks.Visiting;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;
using Microsoft.Playwright;

namespace DeployRisk.Benchmarks.Circuits;

/// <summary>
/// What an idle circuit keeps on the server: pages are opened in a browser and left alone. The empty page is that of an assessment
/// that does not exist, which is the layout and two lines.
/// </summary>
internal static class CircuitMemory
{
    private const int Circuits = 50;
    private const int ForWarmUp = 5;

    public static async Task PrintAsync(TextWriter output)
    {
        using var data = new TemporaryDirectory();
        var seeded = await Seeder.RunAsync(data.Path, new SeedSize(1000), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var host = new AppProgram(typeof(CircuitMemory).Assembly.Location, "Development", HostCommand.Name);
        await using var app = await AppProcess.StartAsync(host, data.Path);
        using var server = new HttpClient { BaseAddress = app.Address };
        await using var visitors = await Visitors.StartAsync(app.Address);

        // One person may hold a hundred live pages.
        var (reader, answerer) = (await visitors.EnterAsync(1), await visitors.EnterAsync(0));

        Task<IPage> OpenEmptyAsync() => OpenAsync(reader, QuestionnairePages.AddressOf(AssessmentId.New(TimeProvider.System.GetUtcNow())), ".dr-menu-name:visible");
        Task<IPage> OpenQuestionnaireAsync() => OpenAsync(answerer, QuestionnairePages.AddressOf(seeded.Drafts[0]), "fieldset:enabled");

        await AddAsync(server, OpenEmptyAsync, ForWarmUp);
        await AddAsync(server, OpenQuestionnaireAsync, ForWarmUp);
        var empty = await AddAsync(server, OpenEmptyAsync, Circuits);
        var questionnaire = await AddAsync(server, OpenQuestionnaireAsync, Circuits);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"heap for each of {Circuits} idle circuits: {empty / 1000.0:0} KB on an empty page, {questionnaire / 1000.0:0} KB on the questionnaire, {(questionnaire - empty) / 1000.0:0} KB more"));
    }

    /// <summary>Opens so many pages and gives the bytes that each of them added.</summary>
    private static async Task<double> AddAsync(HttpClient server, Func<Task<IPage>> openAsync, int count)
    {
        var before = await BytesInUseAsync(server);
        for (var opened = 0; opened < count; opened++)
        {
            await openAsync();
        }

        return (double)(await BytesInUseAsync(server) - before) / count;
    }

    /// <summary>Opens a page and waits until its circuit has rendered it.</summary>
    private static async Task<IPage> OpenAsync(IBrowserContext context, string address, string ready)
    {
        var page = await context.NewPageAsync();
        var connected = page.WaitForWebSocketAsync();
        await page.GotoAsync(address);
        var socket = await connected;
        await page.Locator(ready).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return socket.IsClosed ? throw new InvalidOperationException($"{address} has no circuit.") : page;
    }

    private static async Task<long> BytesInUseAsync(HttpClient server) =>
        long.Parse(await server.GetStringAsync(new Uri(HostCommand.HeapAddress, UriKind.Relative)), CultureInfo.InvariantCulture);
}
