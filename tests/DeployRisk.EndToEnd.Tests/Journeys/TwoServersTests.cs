using DeployRisk.EndToEnd.Tests.Pages;

namespace DeployRisk.EndToEnd.Tests.Journeys;

/// <summary>Two servers on one file.</summary>
public sealed class TwoServersTests(DeployRiskApp app) : Journey(app)
{
    [Fact]
    public async Task TwoServersOnOneFile_ShowEachOthersAnswers_AndLoseNone()
    {
        var (first, second) = await StartTwoServersAsync();
        var (here, there) = ((await VisitAsync(first, App.SignedIn)).Page, (await VisitAsync(second, App.SignedIn)).Page);
        var mine = await QuestionnairePage.StartAsync(here, "Shared file");
        await there.GotoAsync(new Uri(here.Url).PathAndQuery);
        var theirs = new QuestionnairePage(there);
        await theirs.ReadyAsync();

        await Task.WhenAll(mine.AnswerAsync("AVA-1", "3"), theirs.AnswerAsync("AVA-2", "4"));

        await Expect(theirs.Choice("AVA-1", "3")).ToBeCheckedAsync();
        await Expect(mine.Choice("AVA-2", "4")).ToBeCheckedAsync();
        await mine.SubmitWithRestUnknownAsync();
        await Expect(theirs.Final).ToBeVisibleAsync();
        await Expect(theirs.Choice("AVA-2", "0")).ToBeDisabledAsync();
    }
}
