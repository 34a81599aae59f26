using System.Globalization;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;

namespace DeployRisk.Web.Tests.Shared;

public sealed class ReaderClockTests : IDisposable
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 23, 23, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _now = new(Moment);
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData("en", "Europe/Paris", "24 Nov 2026, 00:30")]
    [InlineData("fr", "America/New_York", "23 nov. 2026, 18:30")]
    [InlineData("en", null, "23 Nov 2026, 23:30 UTC")]
    [InlineData("en", "Middle-earth/Shire", "23 Nov 2026, 23:30 UTC")]
    public void DateTime_IsInTheReadersZoneAndLanguage(string language, string? zone, string expected)
    {
        using var _ = new Reading(language);

        Assert.Equal(expected, Clock(zone).DateTime(Moment));
    }

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(12, "12 min ago")]
    [InlineData(3 * 60, "3 h ago")]
    [InlineData(24 * 60, "yesterday")]
    [InlineData(5 * 24 * 60, "5 days ago")]
    [InlineData(60 * 24 * 60, "25 Sept 2026")]
    public void Ago_GrowsCoarserWithAge(int minutes, string expected)
    {
        using var _ = new Reading("en-GB");

        Assert.Equal(expected, Clock("Europe/Paris").Ago(Moment - TimeSpan.FromMinutes(minutes)));
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-07-01", "2026-06-30T22:00Z")]
    [InlineData("America/New_York", "2026-01-01", "2026-01-01T05:00Z")]
    [InlineData(null, "2026-01-01", "2026-01-01T00:00Z")]
    public void StartOf_ADay_IsTheReadersMidnight(string? zone, string day, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            Clock(zone).StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private ReaderClock Clock(string? zone)
    {
        var clock = new ReaderClock(_now, _services.GetRequiredService<IStringLocalizer<SharedTexts>>());
        clock.Use(zone);
        return clock;
    }
}
