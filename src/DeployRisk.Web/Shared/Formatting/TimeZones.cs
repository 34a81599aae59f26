namespace DeployRisk.Web.Shared.Formatting;

/// <summary>Finds time zones by names that come from outside.</summary>
public static class TimeZones
{
    /// <summary>The longest name in the time zone database has 32 characters.</summary>
    private const int MaxIdLength = 64;

    /// <summary>The time zone of an IANA name such as <c>Europe/Paris</c>; UTC when it is missing or unknown.</summary>
    public static TimeZoneInfo Find(string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
