using System.Globalization;

namespace DeployRisk.Benchmarks;

/// <summary>Times of the same thing done many times, in milliseconds.</summary>
internal sealed class Distribution
{
    private readonly List<double> _sorted;

    public Distribution(IEnumerable<double> milliseconds) => _sorted = [.. milliseconds.Order()];

    public double Median => At(0.5);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"median {Median:0.0} ms, p95 {At(0.95):0.0} ms, worst {_sorted[^1]:0.0} ms of {_sorted.Count}");

    /// <summary>The least time that this part of all times does not exceed.</summary>
    private double At(double part) => _sorted[(int)Math.Ceiling(part * _sorted.Count) - 1];
}
