using System.Globalization;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Localisation;

namespace DeployRisk.Web.Shared.Formatting;

/// <summary>Figures as the reader's culture writes them; bounds were compared exactly before, so these only show.</summary>
public static class Figures
{
    private const string Missing = "–";

    /// <summary>Readiness with one decimal, downwards as in the reasons: 69.97 is shown below 70, as it was judged.</summary>
    public static string Readiness(decimal? value) => Shown(value) is { } shown ? Points(shown) : Missing;

    /// <inheritdoc cref="Readiness(decimal?)"/>
    public static string Readiness(double? value) => Readiness((decimal?)value);

    /// <summary>Readinesses one after the other; a semicolon divides them, for in French the comma stands inside each.</summary>
    public static string Readinesses(IEnumerable<double> values) =>
        string.Join(CurrentLanguage.Get() == Language.French ? "\u202f; " : "; ", values.Select(value => Readiness(value)));

    /// <summary>Readiness with what unknowns could add: "62.4–71.0"; one figure when nothing is unknown.</summary>
    public static string Range(decimal? readiness, decimal? potential)
    {
        var (low, high) = (Readiness(readiness), Readiness(potential));
        return low == high ? low : $"{low}–{high}";
    }

    /// <inheritdoc cref="Range(decimal?, decimal?)"/>
    public static string Range(double? readiness, double? potential) => Range((decimal?)readiness, (decimal?)potential);

    /// <summary>Points of readiness with one decimal: "7.4".</summary>
    public static string Points(decimal value) => value.ToString("0.0", CultureInfo.CurrentCulture);

    /// <summary>The difference of two readinesses as they are shown, so that the three figures add up.</summary>
    public static decimal? Difference(decimal? before, decimal? now) => Shown(now) - Shown(before);

    /// <summary>What is missing to 100, as readiness is shown.</summary>
    public static string Missing100(decimal? readiness) => Points(100 - (Shown(readiness) ?? 0));

    /// <summary>A difference of readiness with its sign and one decimal: "+7.4", "−0.3".</summary>
    public static string Change(decimal? value) => value switch
    {
        null => Missing,
        _ when Math.Round(value.Value, 1) == 0 => Points(0),
        > 0 => "+" + Points(value.Value),
        _ => "−" + Points(-value.Value),
    };

    /// <summary>A share (0-1) in whole percent, downwards.</summary>
    public static string Share(decimal share) =>
        (Math.Floor(share * 100) / 100).ToString("P0", CultureInfo.CurrentCulture);

    private static decimal? Shown(decimal? readiness) => readiness is { } value ? Math.Floor(value * 10) / 10 : null;

    /// <inheritdoc cref="Share(decimal)"/>
    public static string Share(double share) => Share((decimal)share);
}
