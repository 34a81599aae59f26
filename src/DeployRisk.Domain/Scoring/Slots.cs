using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Scoring;

/// <summary>
/// Where conditions find what they read, as places in one array: first the level of each question by its order, then
/// what is read of the context. <see cref="Nothing"/> stands for no level.
/// </summary>
internal sealed class Slots(IReadOnlyDictionary<string, int> orders)
{
    public const int Nothing = -1;

    private readonly List<(string Id, int Slot)> _levels = [];
    private readonly List<(string Id, int Slot)> _answered = [];
    private readonly List<(string Id, List<(string Option, int Slot)> Options)> _choices = [];
    private int _count = orders.Count;

    public bool IsQuestion(string id) => orders.ContainsKey(id);

    /// <summary>The slot of the level of a question or context question.</summary>
    public int OfLevel(string id) => orders.TryGetValue(id, out var order) ? order : OfContext(_levels, id);

    /// <summary>The slot that is 1 when the context question is answered.</summary>
    public int OfAnswered(string id) => OfContext(_answered, id);

    /// <summary>The slot that is 1 when the option is chosen.</summary>
    public int OfOption(string id, string option)
    {
        var choice = _choices.FindIndex(read => read.Id == id);
        if (choice < 0)
        {
            choice = _choices.Count;
            _choices.Add((id, []));
        }

        return OfContext(_choices[choice].Options, option);
    }

    /// <summary>The slots filled from the context; no question has a level yet.</summary>
    public int[] Fill(ReleaseContext context)
    {
        var values = new int[_count];
        values.AsSpan(0, orders.Count).Fill(Nothing);
        foreach (var (id, slot) in _levels)
        {
            values[slot] = context.Level(id) ?? Nothing;
        }

        foreach (var (id, slot) in _answered)
        {
            values[slot] = context.IsAnswered(id) ? 1 : 0;
        }

        foreach (var (id, options) in _choices)
        {
            if (context.Choices.TryGetValue(id, out var chosen))
            {
                Fill(values, options, chosen);
            }
        }

        return values;
    }

    private static void Fill(int[] values, List<(string Option, int Slot)> options, IReadOnlyList<string> chosen)
    {
        for (var place = 0; place < chosen.Count; place++)
        {
            foreach (var (option, slot) in options)
            {
                if (option == chosen[place])
                {
                    values[slot] = 1;
                }
            }
        }
    }

    private int OfContext(List<(string Id, int Slot)> reads, string id)
    {
        var known = reads.FindIndex(read => read.Id == id);
        if (known >= 0)
        {
            return reads[known].Slot;
        }

        reads.Add((id, _count));
        return _count++;
    }
}
