using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Recommendations;

/// <summary>
/// Finds the shortest path to Go. Gates read the answers to a few other questions: every way in which they can find
/// those answers is tried. That done, questions are independent, and a knapsack over the categories is left.
/// </summary>
internal sealed class PathSearch(Reading start)
{
    private readonly PathProblem _problem = new(start);
    private readonly GateReads _reads = new(start);
    private readonly Dictionary<string, PathCategory> _categories = [];
    private readonly List<Category> _asked = [.. start.Questionnaire.Categories.Where(category => category.Questions.Any(start.IsAsked))];

    public ShortestPath Find()
    {
        if (new Judgement(start, new Tally(start), new HashSet<string>()) is { Verdict: Verdict.Go })
        {
            return new ShortestPath.Found(0, new Tally(start).Readiness?.Value ?? 0, []);
        }

        var top = start.With(_ => Question.TopLevel);
        var best = new Judgement(top, new Tally(top), new HashSet<string>());
        return best.Verdict == Verdict.Go ? Search() : new ShortestPath.Blocked(best.Reasons);
    }

    private ShortestPath.Found Search()
    {
        var least = LeastEffort.None;
        var winners = new List<Candidate>();
        foreach (var candidate in CandidatesByBound())
        {
            if (candidate.Solver.Bound > least + 1)
            {
                break;
            }

            candidate.Solver.UseBestPrices();
            if (candidate.Solver.Cost(least) is not { } cost)
            {
                continue;
            }

            if (cost < least)
            {
                winners.Clear();
                least = cost;
            }

            winners.Add(candidate);
        }

        var raises = winners
            .Select(winner => FirstOfEquals(winner.Categories, winner.Solver.TotalsAfter(least), least))
            .Order(Comparer<IReadOnlyList<RaiseOption>>.Create(Compare))
            .First();
        return PathOf(raises);
    }

    /// <summary>What is left to choose for every way in which gates can find the answers that they read; the most promising first.</summary>
    private List<Candidate> CandidatesByBound()
    {
        var candidates = _reads.Assignments()
            .Select(CategoriesFor)
            .Where(categories => categories.TrueForAll(category => category.Front.Points.Count > 0))
            .Select(categories => new Candidate(
                categories,
                new LeastEffort([.. categories.Select(category => category.Front)], _problem.Gain, _problem.Cover)))
            .ToList();

        // Ways differ little: the best prices of one bound the others well.
        var prices = candidates[0].Solver.UseBestPrices();
        candidates.ForEach(candidate => candidate.Solver.Use(prices));
        return [.. candidates.OrderBy(candidate => candidate.Solver.Bound)];
    }

    private List<PathCategory> CategoriesFor(IReadOnlyList<Interval> assignment)
    {
        var others = start.With(question => _reads.Of(question, assignment)?.Low);
        var categories = new List<PathCategory>();
        foreach (var category in _asked)
        {
            var key = _reads.KeyOf(category, assignment);
            if (!_categories.TryGetValue(key, out var known))
            {
                known = PathCategory.Of(
                    [.. category.Questions.Where(start.IsAsked).Select(question => _problem.OptionsOf(question, others, _reads.Of(question, assignment)))],
                    _problem.FloorOf(category));
                _categories[key] = known;
            }

            categories.Add(known);
        }

        return categories;
    }

    /// <summary>Of all sets of raises with this cost the one that goes first: question by question, what can still be completed.</summary>
    private List<RaiseOption> FirstOfEquals(
        IReadOnlyList<PathCategory> categories,
        IReadOnlyList<IReadOnlyList<FrontPoint>> totalsAfter,
        long cost)
    {
        var chosen = new List<RaiseOption>();
        var spent = default(FrontPoint);
        foreach (var (index, category) in categories.Index())
        {
            var before = spent;
            foreach (var (question, options) in category.Options.Index())
            {
                var option = options.First(option => CanComplete(
                    spent + option.Point, category.Floor + before.Gain, category.After[question], totalsAfter[index], cost));
                spent += option.Point;
                chosen.Add(option);
            }
        }

        return chosen;
    }

    private bool CanComplete(
        FrontPoint spent,
        Int128 floor,
        IReadOnlyList<FrontPoint> restOfCategory,
        IReadOnlyList<FrontPoint> otherCategories,
        long cost)
    {
        foreach (var rest in restOfCategory)
        {
            var category = spent + rest;
            if (category.Cost > cost)
            {
                break;
            }

            if (category.Gain >= floor && CanComplete(category, otherCategories, cost))
            {
                return true;
            }
        }

        return false;
    }

    private bool CanComplete(FrontPoint spent, IReadOnlyList<FrontPoint> others, long cost)
    {
        foreach (var other in others)
        {
            if (spent.Cost + other.Cost > cost)
            {
                break;
            }

            if ((spent + other).Reaches(_problem.Gain, _problem.Cover))
            {
                return true;
            }
        }

        return false;
    }

    private static int Compare(IReadOnlyList<RaiseOption>? first, IReadOnlyList<RaiseOption>? second) =>
        first!.Zip(second!, (a, b) => a.Preference.CompareTo(b.Preference)).FirstOrDefault(order => order != 0);

    private ShortestPath.Found PathOf(IReadOnlyList<RaiseOption> raises)
    {
        var rules = start.Questionnaire.Rules;
        var steps = _asked
            .SelectMany(category => category.Questions.Where(start.IsAsked))
            .Zip(raises)
            .Where(pair => pair.Second.To is not null)
            .Select(pair => StepOf(pair.First, pair.Second.To!.Value, rules))
            .ToList();
        var levels = steps.ToDictionary(step => step.QuestionId, step => step.To, StringComparer.Ordinal);
        var raised = start.With(question => levels.TryGetValue(question.Id, out var level) ? level : null);
        return new ShortestPath.Found(steps.Sum(step => step.EffortDays), new Tally(raised).Readiness?.Value ?? 0, steps);
    }

    private PathStep StepOf(Question question, int to, ScoringRules rules)
    {
        var from = start.Level(question);
        return new PathStep(
            question.Id,
            start.State(question) == QuestionState.Unknown ? null : from,
            to,
            (to - from) * rules.EffortDays[question.Effort]);
    }

    /// <param name="Categories">The options of each category.</param>
    /// <param name="Solver">The knapsack over them.</param>
    private sealed record Candidate(IReadOnlyList<PathCategory> Categories, LeastEffort Solver);
}
