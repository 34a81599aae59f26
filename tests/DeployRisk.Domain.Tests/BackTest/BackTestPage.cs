using System.Globalization;
using System.Text;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Tests.BackTest;

/// <summary>Writes docs/back-test.md.</summary>
internal static class BackTestPage
{
    public const string LargestRisks = "the three largest risks";

    public static string Write(Questionnaire questionnaire)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Back-test

            What the scoring rules say to public cases. Each case holds the answers that an honest team would have given *before*
            the release, as far as public reports support them; what no report tells is left out, so the cards are partial (see
            [scoring-model.md](scoring-model.md)). *Documented* counts only answers that a report supports directly.

            Questionnaire `{questionnaire.Id}` {questionnaire.Version}. This page is written by a test: run
            `UPDATE_DOCS=1 dotnet test --project tests/DeployRisk.Domain.Tests` after a change of rules or questions, and look at what moved.

            ## Incidents

            | case | expected | verdict | documented | readiness | must be among {LargestRisks} | {LargestRisks} | |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (var incident in BackTestCase.Incidents)
        {
            AppendIncident(page, incident, questionnaire);
        }

        page.Append(CultureInfo.InvariantCulture, $"""

            {Summary(questionnaire)}

            INC-12 comes out stricter than expected, by one answer that was inferred and not documented: STR-1 at level 0 opens a hard
            gate at this criticality. It is explained, not bent: a rule that lets it pass also lets INC-05 pass.

            ## Healthy practice

            | case | expected | verdict | readiness | conditions |
            |---|---|---|---|---|

            """);
        foreach (var healthy in BackTestCase.Healthy)
        {
            var card = healthy.Score(questionnaire);
            page.Append(CultureInfo.InvariantCulture, $"| {healthy.Id} {healthy.Name} | Go or Go with conditions | {Name(card.Verdict)} | {card.Readiness:0.0} | {Conditions(card)} |\n");
        }

        return page.ToString();
    }

    public static IEnumerable<string> LargestThree(ScoreCard card, Questionnaire questionnaire) =>
        card.Categories.Take(3).Where(category => category.Risk > 0).Select(category => questionnaire.Category(category.CategoryId).Code);

    private static void AppendIncident(StringBuilder page, BackTestCase incident, Questionnaire questionnaire)
    {
        var card = incident.Score(questionnaire);
        var documented = incident.ScoreDocumented(questionnaire);
        var largest = LargestThree(card, questionnaire).ToList();
        var asExpected = incident.Expected.Contains(card.Verdict) && incident.MustBeAmongLargestRisks.All(largest.Contains);
        page.Append(CultureInfo.InvariantCulture, $"| {incident.Id} {incident.Name} | {string.Join(" or ", incident.Expected.Select(Name))} | {Name(card.Verdict)} | {Name(documented.Verdict)} | {card.Readiness:0.0} | {string.Join(", ", incident.MustBeAmongLargestRisks)} | {string.Join(", ", largest)} | {(asExpected ? "as expected" : "**differs**")} |\n");
    }

    private static string Summary(Questionnaire questionnaire)
    {
        var cases = BackTestCase.Incidents;
        var verdicts = cases.Count(incident => incident.Expected.Contains(incident.Score(questionnaire).Verdict));
        var documented = cases.Count(incident => incident.Expected.Contains(incident.ScoreDocumented(questionnaire).Verdict));
        var risks = cases.Count(incident => incident.MustBeAmongLargestRisks.All(LargestThree(incident.Score(questionnaire), questionnaire).Contains));
        return $"Verdict as expected in {verdicts} of {cases.Count} ({documented} of {cases.Count} on documented answers alone); every category that must be\namong {LargestRisks} is there in {risks} of {cases.Count}.";
    }

    private static string Conditions(ScoreCard card)
    {
        var questions = card.Reasons.Where(reason => reason.Verdict != Verdict.Go).SelectMany(reason => reason.QuestionIds).Distinct().ToList();
        return questions.Count == 0 ? "none" : string.Join(", ", questions);
    }

    private static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Go => "Go",
        Verdict.Conditional => "Go with conditions",
        _ => "No-go",
    };
}
