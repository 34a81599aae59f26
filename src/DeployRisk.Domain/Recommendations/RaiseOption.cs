namespace DeployRisk.Domain.Recommendations;

/// <summary>One way to treat a question on the path: leave it (null) or raise it to a level.</summary>
/// <param name="To">The level to reach; null: left as it is.</param>
/// <param name="Point">What that costs and brings.</param>
internal readonly record struct RaiseOption(int? To, FrontPoint Point)
{
    /// <summary>Which of two equally good options goes first: a raise before none, the lower level before the higher.</summary>
    public int Preference => To ?? int.MaxValue;
}
