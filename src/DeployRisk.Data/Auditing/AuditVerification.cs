namespace DeployRisk.Data.Auditing;

/// <summary>What a check of the audit trail found.</summary>
public abstract record AuditVerification
{
    private AuditVerification()
    {
    }

    /// <summary>Every record fits the one before, and the last one is the head.</summary>
    /// <param name="Records">How many records there are.</param>
    /// <param name="Head">The hash of the last one, in hexadecimal: kept elsewhere, it shows a trail that was made anew.</param>
    public sealed record Whole(long Records, string Head) : AuditVerification;

    /// <summary>A record is not there: others with a higher number are, or the head tells of it.</summary>
    /// <param name="Sequence">Its number.</param>
    public sealed record Missing(long Sequence) : AuditVerification;

    /// <summary>A record is not what was written, or not where it was written.</summary>
    /// <param name="Sequence">Its number.</param>
    /// <param name="At">When it says that it was written.</param>
    public sealed record Changed(long Sequence, DateTimeOffset At) : AuditVerification;

    /// <summary>Records fit up to one that is not the one whose hash was kept elsewhere: the trail was made anew.</summary>
    /// <param name="Sequence">Its number.</param>
    public sealed record MadeAnew(long Sequence) : AuditVerification;

    /// <summary>There is a record behind the head: it was not written by DeployRisk, or the head was put back.</summary>
    /// <param name="Sequence">Its number.</param>
    public sealed record Added(long Sequence) : AuditVerification;
}
