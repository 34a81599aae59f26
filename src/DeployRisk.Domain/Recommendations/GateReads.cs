using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>The asked questions whose answers are read by gates, with the intervals of levels that those gates tell apart.</summary>
internal sealed class GateReads
{
    private readonly List<Question> _questions;
    private readonly List<IReadOnlyList<Interval>> _intervals;
    private readonly Dictionary<string, List<int>> _slotsByCategory = [];

    public GateReads(Reading start)
    {
        var cuts = new SortedDictionary<int, SortedSet<int>>();
        foreach (var question in start.Questionnaire.Questions.Where(start.IsAsked))
        {
            foreach (var (read, cut) in CutsOf(question, start))
            {
                (cuts.TryGetValue(read.Order, out var known) ? known : cuts[read.Order] = []).Add(cut);
            }
        }

        _questions = [.. cuts.Keys.Select(order => start.Questionnaire.Questions[order])];
        _intervals = [.. cuts.Select(pair => Intervals(pair.Value, start.Level(start.Questionnaire.Questions[pair.Key])))];
        foreach (var category in start.Questionnaire.Categories)
        {
            _slotsByCategory[category.Id] = SlotsOf(category, start);
        }
    }

    /// <summary>Every way in which gates can find the answers that they read: one interval for each question read.</summary>
    public IEnumerable<IReadOnlyList<Interval>> Assignments()
    {
        IEnumerable<Interval[]> assignments = [[]];
        foreach (var intervals in _intervals)
        {
            assignments = assignments.SelectMany(prefix => intervals.Select(interval => (Interval[])[.. prefix, interval]));
        }

        return assignments;
    }

    /// <summary>The interval of the question in this assignment; null when no gate reads it.</summary>
    public Interval? Of(Question question, IReadOnlyList<Interval> assignment)
    {
        var slot = _questions.FindIndex(read => read.Order == question.Order);
        return slot < 0 ? null : assignment[slot];
    }

    /// <summary>What of the assignment matters to the category: two assignments with the same key give it the same options.</summary>
    public string KeyOf(Category category, IReadOnlyList<Interval> assignment) =>
        category.Id + string.Concat(_slotsByCategory[category.Id].Select(slot => $" {assignment[slot].Low}"));

    private static IEnumerable<(Question Read, int Cut)> CutsOf(Question question, Reading start)
    {
        foreach (var comparison in question.Gates.SelectMany(gate => Comparisons(gate.When)))
        {
            var (id, cut) = comparison switch
            {
                Condition.AtLeast atLeast => (atLeast.Question, atLeast.Level),
                Condition.AtMost atMost => (atMost.Question, atMost.Level + 1),
                _ => throw new InvalidOperationException("Not a comparison."),
            };
            if (start.Questionnaire.FindQuestion(id) is { } read && start.IsAsked(read))
            {
                yield return (read, cut);
            }
        }
    }

    private static IEnumerable<Condition> Comparisons(Condition? condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Comparisons),
        Condition.Any any => any.Parts.SelectMany(Comparisons),
        Condition.Not not => Comparisons(not.Part),
        Condition.AtLeast or Condition.AtMost => [condition],
        _ => [],
    };

    private static List<Interval> Intervals(SortedSet<int> cuts, int present)
    {
        int[] lows = [0, .. cuts.Where(cut => cut is > 0 and <= Question.TopLevel)];
        return
        [
            .. lows.Select((low, index) => new Interval(low, index + 1 < lows.Length ? lows[index + 1] - 1 : Question.TopLevel))
                .Where(interval => interval.High >= present),
        ];
    }

    private List<int> SlotsOf(Category category, Reading start)
    {
        var reads = category.Questions.Where(start.IsAsked)
            .SelectMany(question => CutsOf(question, start).Select(pair => pair.Read.Order).Append(question.Order))
            .ToHashSet();
        return [.. Enumerable.Range(0, _questions.Count).Where(slot => reads.Contains(_questions[slot].Order))];
    }
}
