using System.Diagnostics;
using System.Net;
using System.Text.Json;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;
using DeployRisk.TestKit.Builders;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Results;

public sealed class DownloadTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Download_ScoredByTheCommand_HasTheFiguresOfTheResult()
    {
        var product = await seeded.ProductAsync("Ledger & Co");
        var stored = await seeded.SubmittedAsync(product, "2.0/β", level: 2, context: 3);
        var card = stored.Result.Card;

        using var response = await seeded.Visitor.GetAsync(AppUrls.Download(stored.Assessment.Id));
        var file = await response.Content.ReadAsStringAsync(Stop);
        using var score = JsonDocument.Parse(await ScoreAsync(file));

        Assert.Equal("ledger-co-2.0.json", response.Content.Headers.ContentDisposition!.FileName);
        var root = score.RootElement;
        Assert.Equal(Math.Round(card.Readiness!.Value, 12), root.GetProperty("readiness").GetDecimal());
        Assert.Equal(Math.Round(card.Potential!.Value, 12), root.GetProperty("potential").GetDecimal());
        Assert.Equal(Math.Round(card.Coverage, 12), root.GetProperty("coverage").GetDecimal());
        Assert.Equal(card.Tier, root.GetProperty("tier").GetInt32());
        Assert.Equal(card.Verdict.ToString(), root.GetProperty("verdict").GetString(), ignoreCase: true);
        Assert.Equal(card.Gates.Select(gate => gate.QuestionId), root.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("question").GetString()));
        Assert.Equal(card.QuestionnaireHash, root.GetProperty("questionnaire").GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Download_WithAnyTextAsReason_IsScoredByTheCommand()
    {
        const string Reason = "<script>\"\\\u0001\u001B\u202E🚀\r\n";
        var product = await seeded.ProductAsync("Reasons");
        var started = await seeded.Assessments.StartAsync(product.Id, Releases.Of("../..\\\"<script>"), seeded.User, Stop);
        var id = Assert.IsType<StartOutcome.Started>(started).Id;
        Assert.IsType<EditOutcome.Saved>(await seeded.Assessments.AnswerAsync(id, "AVA-1", new Answer.NotApplicable(Reason), seeded.User, Stop));
        await seeded.Assessments.MarkRestUnknownAsync(id, seeded.User, Stop);
        await seeded.Assessments.SubmitAsync(id, seeded.User, Stop);

        using var response = await seeded.Visitor.GetAsync(AppUrls.Download(id));
        var file = await response.Content.ReadAsStringAsync(Stop);
        using var score = JsonDocument.Parse(await ScoreAsync(file));
        using var read = JsonDocument.Parse(file);

        Assert.Equal("reasons-script.json", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(Reason.Trim(), read.RootElement.GetProperty("answers").GetProperty("AVA-1").GetProperty("notApplicable").GetString());
        Assert.True(score.RootElement.TryGetProperty("verdict", out _));
    }

    [Fact]
    public async Task Download_LeavesOutWhatTheContextHides()
    {
        var product = await seeded.ProductAsync("Hidden");
        var id = await seeded.DraftAsync(product, "1.0.0", context: 0);
        var hidden = BuiltIn.Questionnaire.Questions.First(question =>
            !Visibility.ShownQuestions(BuiltIn.Questionnaire, AssessmentForm.Short, Releases.Context(0)).Contains(question));
        await seeded.Assessments.AnswerAsync(id, hidden.Id, new Answer.AtLevel(1), seeded.User, Stop);
        await seeded.Assessments.MarkRestUnknownAsync(id, seeded.User, Stop);
        await seeded.Assessments.SubmitAsync(id, seeded.User, Stop);

        using var response = await seeded.Visitor.GetAsync(AppUrls.Download(id));
        using var file = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));

        Assert.False(file.RootElement.GetProperty("answers").TryGetProperty(hidden.Id, out _));
    }

    [Fact]
    public async Task Download_OfADraft_IsNotThere()
    {
        var id = await seeded.DraftAsync(await seeded.ProductAsync("Draft"), "1.0.0");

        using var response = await seeded.Visitor.GetAsync(AppUrls.Download(id));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Download_SignedOut_IsRefused()
    {
        var stored = await seeded.SubmittedAsync(await seeded.ProductAsync("Secret"), "1.0.0", level: 2);

        using var response = await seeded.App.Visit().GetAsync(AppUrls.Download(stored.Assessment.Id));

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>The command as a process, fed with the file.</summary>
    private static async Task<string> ScoreAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "deployrisk.dll"), "score", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteAsync(file);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
