using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>What to do next. Rules: docs/scoring-model.md.</summary>
public static class Advisor
{
    /// <summary>One recommendation for every asked answer below the top, most urgent first.</summary>
    public static IReadOnlyList<Recommendation> Recommend(Questionnaire questionnaire, AnswerSheet sheet, ScoringMode mode, IReadOnlySet<string>? waived = null) =>
        throw new NotImplementedException();

    /// <summary>The least effort that reaches Go, found exactly.</summary>
    public static ShortestPath ShortestPathToGo(Questionnaire questionnaire, AnswerSheet sheet, ScoringMode mode, IReadOnlySet<string>? waived = null) =>
        throw new NotImplementedException();
}
