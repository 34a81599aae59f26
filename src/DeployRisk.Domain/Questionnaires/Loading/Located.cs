namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Something read, with the place to report faults at.</summary>
internal sealed record Located<T>(T Value, JsonItem Place);
