using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.TestKit.Builders;

namespace DeployRisk.Benchmarks.Seeding;

/// <summary>
/// Assessments played through the domain, so that their results are the rules' own: from products that have just begun to
/// products that are nearly done, each stage in several variations.
/// </summary>
internal static class Patterns
{
    public const int Stages = 20;
    public const int Variations = 10;
    public const int Count = Stages * Variations;

    private const int UnknownInHundred = 6;
    private const int HighestContext = 3;
    private static readonly TimeSpan TimeTaken = TimeSpan.FromHours(2);

    /// <summary>The pattern of a stage between 0 and 1; it is one of a few, chosen at random.</summary>
    public static int At(double stage, Random random) =>
        ((int)Math.Clamp(stage * Stages, 0, Stages - 1) * Variations) + random.Next(Variations);

    /// <summary>Starts, answers and submits an assessment.</summary>
    public static (Assessment Assessment, AssessmentResult Result) Play(int pattern, AssessmentId id, ProductId product, string release, UserId by, DateTimeOffset started)
    {
        var questionnaire = BuiltIn.Questionnaire;
        var random = new Random(pattern);
        var context = Releases.Context(1 + random.Next(HighestContext));
        var form = random.Next(3) == 0 ? AssessmentForm.Short : AssessmentForm.Full;
        var planned = DateOnly.FromDateTime(started.UtcDateTime).AddDays(7);
        var assessment = Assessment.Start(id, product, questionnaire, new Release(release, planned, form, context), by, started);
        foreach (var question in Visibility.ShownQuestions(questionnaire, form, context))
        {
            assessment.SetAnswer(questionnaire, question.Id, AnswerAt((double)(pattern / Variations) / Stages, random), by, started + (TimeTaken / 2));
        }

        return assessment.Submit(questionnaire, by, started + TimeTaken) is SubmitOutcome.Submitted submitted
            ? (assessment, submitted.Result)
            : throw new InvalidOperationException($"Pattern {pattern} was not submitted.");
    }

    private static Answer AnswerAt(double stage, Random random) => random.Next(100) < UnknownInHundred
        ? Answer.DontKnow
        : new Answer.AtLevel(Math.Clamp((int)((stage * Question.LevelCount) + random.NextDouble() + random.NextDouble()), 0, Question.TopLevel));
}
