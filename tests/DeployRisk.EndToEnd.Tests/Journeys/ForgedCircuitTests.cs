using System.Collections.Concurrent;
using System.Text;
using DeployRisk.EndToEnd.Tests.Pages;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>
/// The live part of a page, asked for by somebody who may not see the page: with the page itself as the server made it for a
/// member a moment ago, which holds everything that opens a circuit.
/// </summary>
public sealed class ForgedCircuitTests(DeployRiskApp app) : Journey(app)
{
    private const string Restricted = "/products/policy-administration";
    private const string Secret = "Policy administration";

    [Fact]
    public async Task CircuitOfSomebodyElsesPage_ShowsAndWritesNothing()
    {
        var member = (await VisitDemoAsync("Priya Nair")).Page;
        await member.GotoAsync(Restricted);
        var result = await member.Locator("main table a[href^='/assessments/']").First.GetAttributeAsync("href");
        await new ProductPage(member).StartAssessmentAsync();
        await new ReleasePage(member).StartAsync("R99");
        await new QuestionnairePage(member).ReadyAsync();
        var draft = new Uri(member.Url).AbsolutePath;
        string[] pages =
        [
            $"{Restricted}/assessments/new", draft, $"{draft}/release", $"{draft}/review", result!.Replace("/result", "/what-if", StringComparison.Ordinal),
        ];

        var stranger = await VisitDemoAsync("James Whitfield");

        // A page that comes from no address has to be allowed the one it is said to come from.
        await stranger.Page.Context.GrantPermissionsAsync(["local-network-access"]);
        foreach (var path in pages)
        {
            var made = await (await member.APIRequest.GetAsync(path)).TextAsync();
            Assert.Contains(Secret, made, StringComparison.Ordinal);
            var told = new ConcurrentQueue<string>();
            var page = await stranger.NewTabAsync();
            page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => told.Enqueue(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
            await page.RouteAsync($"**{path}", route => route.FulfillAsync(new() { Body = made, ContentType = "text/html; charset=utf-8" }));
            await page.GotoAsync(path);

            await Expect(page.Locator("main")).Not.ToContainTextAsync(Secret);
            await Expect(page.Locator("main :is(input, textarea, select):enabled")).ToHaveCountAsync(0);
            Assert.Contains(told, message => message.Contains("RenderBatch", StringComparison.Ordinal));
            Assert.DoesNotContain(told, message => message.Contains(Secret, StringComparison.Ordinal));
            await page.CloseAsync();
        }

        await member.GotoAsync(draft);
        await Expect(member.Locator("[data-question][data-answered=true]")).ToHaveCountAsync(0);
    }
}
