namespace DeployRisk.Data.Sample;

/// <summary>When the people of the sample work: on working days, at an hour that is the same for the same thing.</summary>
internal sealed class SampleDays(DateOnly today)
{
    private const int FirstMinute = (9 * 60) + 40;
    private const int LastMinute = (16 * 60) + 50;

    /// <summary>A moment of the last working day that is at least so many days ago.</summary>
    public DateTimeOffset Ago(int days, string what)
    {
        var day = today.AddDays(-days);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        var minutes = FirstMinute + (int)(SampleIds.Number(what) % (LastMinute - FirstMinute));
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue.AddMinutes(minutes)), TimeSpan.Zero);
    }

    /// <summary>The first working day so many days after a moment.</summary>
    public static DateOnly After(DateTimeOffset moment, int days)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime).AddDays(days);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
