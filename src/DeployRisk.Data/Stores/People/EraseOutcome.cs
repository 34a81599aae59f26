namespace DeployRisk.Data.Stores.People;

/// <summary>What became of deleting an account.</summary>
public abstract record EraseOutcome
{
    private EraseOutcome()
    {
    }

    /// <summary>There is no such account any more.</summary>
    public sealed record Erased : EraseOutcome;

    /// <summary>Who acts may not do it, or not any more.</summary>
    public sealed record NotAllowed : EraseOutcome;

    /// <summary>There was no such account.</summary>
    public sealed record Missing : EraseOutcome;

    /// <summary>Something has to be handed over first, or it belongs to the sample; nothing was changed.</summary>
    /// <param name="Why">What stands in its way.</param>
    public sealed record Refused(Erasure Why) : EraseOutcome;
}
