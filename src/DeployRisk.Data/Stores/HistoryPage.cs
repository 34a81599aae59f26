namespace DeployRisk.Data.Stores;

/// <summary>One page of a product's history.</summary>
/// <param name="Drafts">The drafts started last, at most <see cref="MostDrafts"/>; on the first page only.</param>
/// <param name="Submitted">Submitted and withdrawn assessments of the period, the latest first, at most <see cref="Size"/>.</param>
/// <param name="Number">Which page it is, from 1.</param>
/// <param name="Count">How many submitted and withdrawn assessments the period has.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Drafts, IReadOnlyList<HistoryEntry> Submitted, int Number, int Count)
{
    /// <summary>The most submissions on a page.</summary>
    public const int Size = 20;

    /// <summary>The most drafts on the first page.</summary>
    public const int MostDrafts = 20;

    /// <summary>Of a product that is not there for the reader.</summary>
    public static readonly HistoryPage Empty = new([], [], Number: 1, Count: 0);

    /// <summary>Drafts first, then the latest submission first.</summary>
    public IEnumerable<HistoryEntry> Entries => Drafts.Concat(Submitted);

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => PagesFor(Count);

    internal static int PagesFor(int count) => Math.Max(1, (count + Size - 1) / Size);
}
