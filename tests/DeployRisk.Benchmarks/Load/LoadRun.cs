using System.Net;
using DeployRisk.Benchmarks.Seeding;
using DeployRisk.Benchmarks.Visiting;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Builders;
using DeployRisk.TestKit.Databases;
using DeployRisk.TestKit.Servers;

namespace DeployRisk.Benchmarks.Load;

/// <summary>The published application, twenty people at work on drafts, and one more whose browser is measured.</summary>
internal static class LoadRun
{
    private const int Visits = 10;

    public static async Task PrintAsync(TextWriter output)
    {
        using var program = new TemporaryDirectory();
        using var data = new TemporaryDirectory();
        var published = await AppProgram.PublishAsync(program.Path);
        var seeded = await Seeder.RunAsync(data.Path, new SeedSize(1000), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await using var app = await AppProcess.StartAsync(published, data.Path);
        await using var others = await OtherPeople.StartAsync(app.Address, seeded);
        await using var visitors = await Visitors.StartAsync(app.Address);
        var signedIn = await SignIn.AsAsync(0, app.Address);
        var draft = OtherPeople.DraftOf(0, seeded);

        var before = await others.AnswersAsync();
        await output.WriteLineAsync($"key press to \"Saved\": {await PressAsync(visitors, signedIn, draft)}");
        await output.WriteLineAsync($"key press to another person's page: {await ArriveAsync(visitors, signedIn, draft)}");
        await output.WriteLineAsync($"meanwhile {OtherPeople.Count} others gave {await others.AnswersAsync() - before} answers; {await others.SavedAsync()} of them have all saved or on its way");

        var visits = new List<FirstVisit>();
        for (var visit = 0; visit < Visits; visit++)
        {
            await using var context = await visitors.EnterAsync(signedIn);
            visits.Add(await FirstVisit.MakeAsync(context, QuestionnairePages.AddressOf(draft), "fieldset:enabled"));
        }

        await output.WriteLineAsync($"first contentful paint of the questionnaire: {new Distribution(visits.Select(visit => visit.FirstPaint))}");
        await output.WriteLineAsync($"first visit of the questionnaire: {visits[^1]}");
        await using var stranger = await visitors.EnterAsync();
        await output.WriteLineAsync($"first visit of the sign-in page: {await FirstVisit.MakeAsync(stranger, SignIn.Address.ToString(), "#email")}");
    }

    private static async Task<Distribution> ArriveAsync(Visitors visitors, CookieContainer signedIn, AssessmentId draft)
    {
        await using var context = await visitors.EnterAsync(signedIn);
        await using var otherContext = await visitors.EnterAsync(1);
        var category = BuiltIn.Questionnaire.Categories[0].Id;
        var (page, other) = (await context.NewPageAsync(), await otherContext.NewPageAsync());
        await page.OpenQuestionnaireAsync(draft, category);
        await other.OpenQuestionnaireAsync(draft, category);
        return await KeyPresses.ArriveAsync(page, other);
    }

    private static async Task<Distribution> PressAsync(Visitors visitors, CookieContainer signedIn, AssessmentId draft)
    {
        await using var context = await visitors.EnterAsync(signedIn);
        var page = await context.NewPageAsync();
        await page.OpenQuestionnaireAsync(draft);
        return await KeyPresses.MeasureAsync(page);
    }
}
