namespace DeployRisk.Benchmarks.Seeding;

/// <summary>How much is made.</summary>
/// <param name="Assessments">Submitted assessments, spread evenly over the products and over two years.</param>
/// <param name="Products">Products to spread them over.</param>
internal sealed record SeedSize(int Assessments, int Products = 50)
{
    /// <summary>People with an account, each with a draft.</summary>
    public const int People = 21;
}
