using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

/// <summary>Figures as printed: 12 decimal places at most, without trailing zeros.</summary>
internal static class Figure
{
    private const int Places = 12;

    public static decimal Of(decimal value) => decimal.Round(value, Places) / 1.0000000000000000000000000000m;

    public static decimal? Of(decimal? value) => value is { } number ? Of(number) : null;

    /// <summary>A level, or the word "unknown".</summary>
    public static object Start(int? level) => level is { } known ? known : nameof(QuestionState.Unknown).ToLowerInvariant();
}
