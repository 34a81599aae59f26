namespace DeployRisk.Domain.Recommendations;

/// <summary>Prices on gain and cover (Lagrange multipliers): what a unit of each is worth in cost.</summary>
internal readonly record struct Prices(double Gain, double Cover);
