using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;

namespace DeployRisk.Cli.Scoring;

internal sealed record RecommendationOutput(string Question, object From, int To, decimal EffortDays, decimal Gain, bool ClosesGate, string Text)
{
    public static RecommendationOutput Of(Recommendation recommendation, Questionnaire questionnaire, Language language) => new(
        recommendation.QuestionId,
        Figure.Start(recommendation.From),
        recommendation.To,
        recommendation.EffortDays,
        Figure.Of(recommendation.Gain),
        recommendation.ClosesGate,
        questionnaire.Question(recommendation.QuestionId).Recommendation.In(language));
}
