using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Shared.Identity;

/// <summary>The person who is signed in.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The display name.</param>
public sealed record SignedInUser(UserId Id, string Name);
