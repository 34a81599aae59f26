using System.Globalization;

namespace DeployRisk.Web.Shared.Formatting;

/// <summary>Days as addresses and fields for days write them.</summary>
internal static class Day
{
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>"2026-11-23"; null for no day.</summary>
    public static string? Token(DateOnly? day) => day?.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The day that a token says; null when it says none, or one too near to an end of the calendar to go on from.</summary>
    public static DateOnly? Read(string? token) =>
        DateOnly.TryParseExact(token, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;
}
