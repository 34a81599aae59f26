namespace DeployRisk.Data.Auditing;

/// <summary>The end of the audit trail: kept elsewhere, it shows whether the trail was made anew since.</summary>
/// <param name="Sequence">The number of the last record; 0 when there is none.</param>
/// <param name="Hash">Its hash, in hexadecimal.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>Hexadecimal digits of a hash.</summary>
    private const int Digits = 2 * AuditChain.HashLength;

    /// <summary>The head as it is kept: "1234:0f3a…".</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static AuditHead? Read(string text) =>
        text.Trim().Split(':') is [var number, { Length: Digits } hash]
        && long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var sequence)
        && hash.All(char.IsAsciiHexDigit)
            ? new AuditHead(sequence, hash.ToLowerInvariant())
            : null;
}
