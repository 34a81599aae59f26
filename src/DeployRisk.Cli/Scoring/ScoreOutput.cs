using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

/// <summary>
/// What <c>score</c> prints. Readiness, potential, lost, gain and risk are points (0-100; risk may be more); coverage is
/// a share (0-1); efforts are person-days. Figures have up to 12 decimal places.
/// </summary>
internal sealed record ScoreOutput(
    QuestionnaireOutput Questionnaire,
    AssessmentForm Form,
    decimal? Readiness,
    decimal? Potential,
    decimal Coverage,
    int Tier,
    Verdict Verdict,
    IReadOnlyList<ReasonOutput> Reasons,
    IReadOnlyList<CategoryOutput> Categories,
    IReadOnlyList<GateOutput> Gates,
    IReadOnlyList<ContributionOutput> Contributions,
    IReadOnlyList<RecommendationOutput> Recommendations,
    ShortestPathOutput? ShortestPath,
    IReadOnlyList<ReasonOutput> BlockedBy)
{
    public static ScoreOutput Of(Questionnaire questionnaire, ScoreInput input, ScoringMode mode, Language language)
    {
        var card = Scorer.Score(questionnaire, input.Sheet, mode, input.Waived);
        var path = Advisor.ShortestPathToGo(questionnaire, input.Sheet, mode);
        return new ScoreOutput(
            new QuestionnaireOutput(card.QuestionnaireId, card.QuestionnaireVersion, card.QuestionnaireHash),
            card.Form,
            Figure.Of(card.Readiness),
            Figure.Of(card.Potential),
            Figure.Of(card.Coverage),
            card.Tier,
            card.Verdict,
            [.. card.Reasons.Select(reason => ReasonOutput.Of(reason, language))],
            [.. card.Categories.Select(category => CategoryOutput.Of(category, questionnaire))],
            [.. card.Gates.Select(gate => new GateOutput(gate.QuestionId, gate.Effect, gate.State, gate.Because.In(language)))],
            [.. card.Contributions.Select(contribution => new ContributionOutput(contribution.QuestionId, Figure.Of(contribution.Lost)))],
            [.. Advisor.Recommend(questionnaire, input.Sheet, mode, input.Waived).Select(recommendation => RecommendationOutput.Of(recommendation, questionnaire, language))],
            path is ShortestPath.Found found ? ShortestPathOutput.Of(found) : null,
            path is ShortestPath.Blocked blocked ? [.. blocked.Reasons.Select(reason => ReasonOutput.Of(reason, language))] : []);
    }
}
