using System.Runtime.InteropServices;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>Prepares an answer sheet of the full form for the rules; what depends on the questionnaire alone is prepared once.</summary>
internal sealed class GateInputReader
{
    private const int None = -1;

    private readonly Question[] _questions;
    private readonly ContextQuestion[] _context;
    private readonly Func<int[], int[], bool[], bool>?[] _visible;
    private readonly Func<int[], int[], bool[], bool>?[] _refused;
    private readonly string[][] _visibleReads;

    public GateInputReader(Questionnaire questionnaire)
    {
        _questions = [.. questionnaire.Questions];
        _context = [.. questionnaire.Context];
        Options = [.. _context.SelectMany(question => question.Options.Select(option => (question.Id, option.Id)))];
        _visible = [.. _questions.Select(question => Compile(question.VisibleWhen))];
        _refused = [.. _questions.Select(question => Compile(question.NotApplicable?.RefusedWhen))];
        _visibleReads = [.. _questions.Select(question => question.VisibleWhen?.Reads().Distinct(StringComparer.Ordinal).ToArray() ?? [])];
    }

    /// <summary>All options of all context questions, in the order of <see cref="GateInput.Chosen"/>.</summary>
    public IReadOnlyList<(string Question, string Option)> Options { get; }

    public GateInput Read(AnswerSheet sheet)
    {
        var levels = new int[_questions.Length];
        var unknown = new bool[_questions.Length];
        var context = Array.ConvertAll(_context, question => sheet.Context.Level(question.Id) ?? None);
        var chosen = Chosen(sheet.Context);
        Array.Fill(levels, None);
        List<int>? setAside = null;
        for (var order = 0; order < _questions.Length; order++)
        {
            if (!IsVisible(order, sheet.Context, levels, context, chosen))
            {
                continue;
            }

            switch (sheet[_questions[order].Id])
            {
                case Answer.AtLevel at:
                    levels[order] = at.Level;
                    break;
                case Answer.NotApplicable:
                    (setAside ??= []).Add(order);
                    break;
                default:
                    unknown[order] = true;
                    levels[order] = 0;
                    break;
            }
        }

        foreach (var order in setAside?.FindAll(order => _refused[order]?.Invoke(levels, context, chosen) ?? false) ?? [])
        {
            unknown[order] = true;
            levels[order] = 0;
        }

        return new GateInput(
            ImmutableCollectionsMarshal.AsImmutableArray(levels),
            ImmutableCollectionsMarshal.AsImmutableArray(unknown),
            ImmutableCollectionsMarshal.AsImmutableArray(context),
            ImmutableCollectionsMarshal.AsImmutableArray(chosen));
    }

    public int IndexOfContext(string id) => Array.FindIndex(_context, question => question.Id == id);

    public int IndexOfOption(string id, string option) => Options.ToList().IndexOf((id, option));

    private bool[] Chosen(ReleaseContext context)
    {
        var chosen = new bool[Options.Count];
        var place = 0;
        foreach (var question in _context)
        {
            var choices = context.Choices.GetValueOrDefault(question.Id);
            foreach (var option in question.Options)
            {
                chosen[place++] = choices?.Contains(option.Id) ?? false;
            }
        }

        return chosen;
    }

    private bool IsVisible(int order, ReleaseContext answers, int[] levels, int[] context, bool[] chosen) =>
        _visible[order] is not { } visible
        || visible(levels, context, chosen)
        || Array.Exists(_visibleReads[order], id => !answers.IsAnswered(id));

    private Func<int[], int[], bool[], bool>? Compile(Condition? condition)
    {
        switch (condition)
        {
            case null:
                return null;
            case Condition.All { Parts: var every }:
                var all = every.Select(part => Compile(part)!).ToArray();
                return (levels, context, chosen) => Array.TrueForAll(all, part => part(levels, context, chosen));
            case Condition.Any { Parts: var some }:
                var any = some.Select(part => Compile(part)!).ToArray();
                return (levels, context, chosen) => Array.Exists(any, part => part(levels, context, chosen));
            case Condition.Not { Part: var part }:
                var not = Compile(part)!;
                return (levels, context, chosen) => !not(levels, context, chosen);
            case Condition.AtLeast { Question: var id, Level: var level }:
                return Between(id, level, Question.TopLevel);
            case Condition.AtMost { Question: var id, Level: var level }:
                return Between(id, 0, level);
            case Condition.Includes { Question: var id, Option: var option }:
                var place = IndexOfOption(id, option);
                return (_, _, chosen) => chosen[place];
            default:
                throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}.");
        }
    }

    private Func<int[], int[], bool[], bool> Between(string id, int low, int high)
    {
        var order = Array.FindIndex(_questions, question => question.Id == id);
        var place = IndexOfContext(id);
        return order >= 0
            ? (levels, _, _) => levels[order] >= low && levels[order] <= high
            : (_, context, _) => context[place] >= low && context[place] <= high;
    }
}
