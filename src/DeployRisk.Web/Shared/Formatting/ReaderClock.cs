using System.Globalization;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Shared.Formatting;

/// <summary>
/// Writes times for the reader: in their language and time zone. Months are words and hours run to 24, so that no
/// date or time can be misread across cultures; "UTC" stands behind a time when the browser has not said its zone.
/// </summary>
public sealed class ReaderClock(TimeProvider clock, IStringLocalizer<SharedTexts> texts)
{
    private const string DatePattern = "d MMM yyyy";
    private const string TimePattern = "HH:mm";
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>Now, as the reader's clock says it.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone);

    /// <summary>The day that the reader has.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Sets the reader's time zone by its IANA name; unknown names leave UTC.</summary>
    public void Use(string? timeZone) => _zone = TimeZones.Find(timeZone);

    /// <summary>The moment at which a day of the reader begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight));
    }

    /// <summary>"23 Nov 2026".</summary>
    public string Date(DateTimeOffset moment) => Write(moment, DatePattern);

    /// <summary>"23 Nov 2026", of a day that belongs to no time zone.</summary>
    public static string Date(DateOnly day) => day.ToString(DatePattern, CultureInfo.CurrentCulture);

    /// <summary>"23 Nov 2026, 14:02".</summary>
    public string DateTime(DateTimeOffset moment) => $"{Write(moment, DatePattern)}, {Time(moment)}";

    /// <summary>"14:02".</summary>
    public string Time(DateTimeOffset moment) => Write(moment, TimePattern) + (_zone == TimeZoneInfo.Utc ? " UTC" : "");

    /// <summary>"just now", "12 min ago", "3 h ago", "yesterday", "5 days ago"; the date from a month on.</summary>
    public string Ago(DateTimeOffset moment)
    {
        var age = clock.GetUtcNow() - moment;
        var days = Today.DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime).DayNumber;
        return age switch
        {
            _ when age < JustNow => texts["JustNow"],
            { TotalHours: < 1 } => texts["MinutesAgo", (int)age.TotalMinutes],
            _ when age < HalfADay || days <= 0 => texts["HoursAgo", (int)age.TotalHours],
            _ when days == 1 => texts["Yesterday"],
            _ when days <= 30 => texts["DaysAgo", days],
            _ => Date(moment),
        };
    }

    private string Write(DateTimeOffset moment, string pattern) =>
        TimeZoneInfo.ConvertTime(moment, _zone).ToString(pattern, CultureInfo.CurrentCulture);
}
