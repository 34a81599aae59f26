using DeployRisk.Data.Troubles;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Where what the reader entered is.</summary>
public abstract record SaveState
{
    private SaveState()
    {
    }

    /// <summary>Nothing was entered on this page yet.</summary>
    public static SaveState Untouched { get; } = new Nothing();

    /// <summary>Something is on its way to the database, or still being typed.</summary>
    public static SaveState Saving { get; } = new OnItsWay();

    /// <summary>The draft ended before something that was typed could be stored; it stays in its field, to be taken elsewhere.</summary>
    public static SaveState Dropped { get; } = new Lost();

    public sealed record Nothing : SaveState;

    public sealed record Lost : SaveState;

    public sealed record OnItsWay : SaveState;

    /// <summary>Everything is in the database.</summary>
    /// <param name="At">When the last of it was stored, UTC.</param>
    public sealed record Saved(DateTimeOffset At) : SaveState;

    /// <summary>The database did not take the oldest change; it and all later ones wait.</summary>
    /// <param name="Trouble">Why.</param>
    /// <param name="Waiting">How many changes wait.</param>
    public sealed record Failed(DatabaseTrouble Trouble, int Waiting) : SaveState;

    /// <summary>Everything else is in the database, but a change was refused; its place on the page says why.</summary>
    public sealed record Refused : SaveState;
}
