using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit;

namespace DeployRisk.Domain.Tests.BackTest;

public sealed class BackTestTests
{
    private static readonly Questionnaire BuiltIn = QuestionnaireLoader.LoadBuiltIn();

    public static TheoryData<string> Incidents => [.. BackTestCase.Incidents.Select(incident => incident.Id)];

    public static TheoryData<string> Healthy => [.. BackTestCase.Healthy.Select(healthy => healthy.Id)];

    [Theory]
    [MemberData(nameof(Incidents))]
    public void Incident_DocumentedAnswers_GiveTheExpectedVerdict(string id)
    {
        var incident = BackTestCase.Incidents.Single(incident => incident.Id == id);

        Assert.Contains(incident.ScoreDocumented(BuiltIn).Verdict, incident.Expected);
    }

    [Theory]
    [MemberData(nameof(Incidents))]
    public void Incident_AllAnswers_GiveTheExpectedVerdictButInTheOneExplainedCase(string id)
    {
        var incident = BackTestCase.Incidents.Single(incident => incident.Id == id);

        Assert.Equal(id != "INC-12", incident.Expected.Contains(incident.Score(BuiltIn).Verdict));
    }

    [Theory]
    [MemberData(nameof(Incidents))]
    public void Incident_CategoriesThatFailed_AreAmongTheThreeLargestRisks(string id)
    {
        var incident = BackTestCase.Incidents.Single(incident => incident.Id == id);

        Assert.Subset(BackTestPage.LargestThree(incident.Score(BuiltIn), BuiltIn).ToHashSet(), incident.MustBeAmongLargestRisks.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Healthy))]
    public void HealthyPractice_Answers_AreNoNoGoAndStandAt70OrAbove(string id)
    {
        var healthy = BackTestCase.Healthy.Single(healthy => healthy.Id == id);
        var card = healthy.Score(BuiltIn);

        Assert.Contains(card.Verdict, healthy.Expected);
        Assert.True(card.Readiness >= 70, $"Readiness {card.Readiness}");
    }

    [Fact]
    public void Page_OfTheBackTest_IsUpToDate()
    {
        var file = Repository.PathOf("docs", "back-test.md");
        var page = BackTestPage.Write(BuiltIn);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, page);
        }

        Assert.Equal(page, File.ReadAllText(file));
    }
}
