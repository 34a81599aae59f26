using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores;

/// <summary>Somebody as lists name them.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The display name; empty when the account is gone.</param>
public sealed record Person(UserId Id, string Name);
