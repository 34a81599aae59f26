using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DeployRisk.Data.Converters;

/// <summary>Times are UTC ticks on both databases: SQLite cannot order a <see cref="DateTimeOffset"/> by itself.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
