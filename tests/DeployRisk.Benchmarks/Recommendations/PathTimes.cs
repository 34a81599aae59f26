using System.Diagnostics;
using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Benchmarks.Recommendations;

/// <summary>The time of the shortest path on 1,000 assessments of the built-in questionnaire; the worst counts.</summary>
internal static class PathTimes
{
    private const int Count = 1000;

    /// <summary>Each is timed this often and its least time counts: the rest is the machine's.</summary>
    private const int Repeats = 10;

    public static void Print(TextWriter output)
    {
        var questionnaire = QuestionnaireLoader.LoadBuiltIn();
        var sheets = SheetsOf(questionnaire);

        // Once through, so that the compiler is done with it.
        foreach (var (_, sheet) in sheets)
        {
            Advisor.ShortestPathToGo(questionnaire, sheet, ScoringMode.Submission);
        }

        var times = sheets
            .Select(pair => (pair.Name, Milliseconds: LeastOf(questionnaire, pair.Sheet)))
            .OrderByDescending(time => time.Milliseconds)
            .ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shortest path of {Count} assessments"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {times[Count / 2].Milliseconds:0.00} ms, p99 {times[Count / 100].Milliseconds:0.00} ms"));
        foreach (var (name, milliseconds) in times.Take(5))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.00} ms  {name}"));
        }
    }

    private static List<(string Name, AnswerSheet Sheet)> SheetsOf(Questionnaire questionnaire)
    {
        List<(string, AnswerSheet)> special =
        [
            ("all unknown", Sheets.Uniform(questionnaire, Answer.DontKnow)),
            .. Enumerable.Range(0, Question.LevelCount)
                .Select(level => (string.Create(CultureInfo.InvariantCulture, $"all level {level}"), Sheets.Uniform(questionnaire, new Answer.AtLevel(level)))),
        ];
        return
        [
            .. special,
            .. Enumerable.Range(0, Count - special.Count)
                .Select(seed => (string.Create(CultureInfo.InvariantCulture, $"random {seed}"), Sheets.Random(questionnaire, seed))),
        ];
    }

    private static double LeastOf(Questionnaire questionnaire, AnswerSheet sheet)
    {
        var least = TimeSpan.MaxValue;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var started = Stopwatch.GetTimestamp();
            Advisor.ShortestPathToGo(questionnaire, sheet, ScoringMode.Submission);
            var elapsed = Stopwatch.GetElapsedTime(started);
            least = elapsed < least ? elapsed : least;
        }

        return least.TotalMilliseconds;
    }
}
