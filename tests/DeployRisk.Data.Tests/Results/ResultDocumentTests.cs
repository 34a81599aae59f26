using DeployRisk.Data.Results;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Tests.Results;

public sealed class ResultDocumentTests
{
    private static readonly ScoreCard Card = new()
    {
        QuestionnaireId = "deployment-readiness",
        QuestionnaireVersion = "1.0.0",
        QuestionnaireHash = new string('a', 64),
        Form = AssessmentForm.Short,
        Mode = ScoringMode.Submission,
        Tier = 3,
        Lines = new VerdictLines(71, 51, 52),
        Readiness = 62.123456789012345678m,
        Potential = 71,
        Coverage = 0.9m,
        Verdict = Verdict.Conditional,
        Reasons = [new Reason(ReasonKind.ConditionalGate, Verdict.Conditional, new LocalizedText("Why", "Pourquoi « ça »"), ["AVA-2"], "availability")],
        Categories = [new CategoryScore("availability", 40, 60, 10, 0.5m, 80, 7, 6, 1, 0), new CategoryScore("cost", null, null, 0, 1, 0, 0, 0, 0, 0)],
        Gates = [new GateFinding("AVA-2", GateEffect.Conditional, GateState.Unverified, new LocalizedText("Because", "Parce que"))],
        Contributions = [new Contribution("AVA-2", 7.4m)],
        States = new Dictionary<string, QuestionState> { ["AVA-1"] = QuestionState.Hidden, ["AVA-2"] = QuestionState.Unknown },
    };

    private static readonly AssessmentResult Reachable = new(
        Card,
        [new Recommendation("AVA-2", null, 2, 6, 4.2m, true)],
        new ShortestPath.Found(6, 70.5m, [new PathStep("AVA-2", null, 2, 6)]));

    private static readonly AssessmentResult Unreachable = Reachable with { PathToGo = new ShortestPath.Blocked(Card.Reasons) };

    [Fact]
    public void Result_WrittenAndRead_IsTheSame()
    {
        Assert.Equivalent(Reachable, ResultDocument.Read(ResultDocument.Write(Reachable), Card.Lines), strict: true);
        Assert.Equivalent(Unreachable, ResultDocument.Read(ResultDocument.Write(Unreachable), Card.Lines), strict: true);
        Assert.IsType<ShortestPath.Blocked>(ResultDocument.Read(ResultDocument.Write(Unreachable), Card.Lines).PathToGo);
    }

    [Fact]
    public async Task DocumentOfTheFirstDay_StaysReadable()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Results", "format-1.br");

        var read = ResultDocument.Read(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), Card.Lines);

        Assert.Equivalent(Reachable, read, strict: true);
    }
}
