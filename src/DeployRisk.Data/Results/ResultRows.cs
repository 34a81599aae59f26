using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Results;

/// <summary>The row that keeps a result: columns for lists and charts, and the whole document.</summary>
internal static class ResultRows
{
    public static ResultRow ToRow(this AssessmentResult result, AssessmentId id) => new()
    {
        AssessmentId = id,
        Verdict = result.Card.Verdict,
        Tier = result.Card.Tier,
        GoLine = result.Card.Lines.Go,
        FloorLine = result.Card.Lines.Floor,
        NoGoLine = result.Card.Lines.NoGo,
        Readiness = (double?)result.Card.Readiness,
        Potential = (double?)result.Card.Potential,
        Coverage = (double)result.Card.Coverage,
        QuestionnaireVersion = result.Card.QuestionnaireVersion,
        QuestionnaireHash = result.Card.QuestionnaireHash,
        Document = ResultDocument.Write(result),
        Categories =
        [
            .. result.Card.Categories.Select(category => new CategoryResultRow
            {
                AssessmentId = id,
                CategoryId = category.CategoryId,
                Readiness = (double?)category.Readiness,
            }),
        ],
    };
}
