using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Shared.Identity;

/// <summary>The person who is signed in.</summary>
/// <param name="Actor">The account with its roles.</param>
/// <param name="Name">The display name.</param>
public sealed record SignedInUser(Actor Actor, string Name)
{
    /// <summary>The account.</summary>
    public UserId Id => Actor.Id;
}
