using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Tests.Access;

/// <summary>Who may do what: every deed against every role.</summary>
public sealed class AccessPolicyTests
{
    private static readonly Dictionary<OrganisationDeed, OrganisationRole[]> Allowed = new()
    {
        [OrganisationDeed.ManagePeople] = [OrganisationRole.Administrator],
    };

    [Fact]
    public void EveryDeed_IsDecidedForEveryRole()
    {
        foreach (var deed in Enum.GetValues<OrganisationDeed>())
        {
            Assert.False(AccessPolicy.Allows(Someone(), deed));
            foreach (var role in Enum.GetValues<OrganisationRole>())
            {
                Assert.Equal(Allowed[deed].Contains(role), AccessPolicy.Allows(Someone(role), deed));
            }
        }
    }

    private static Actor Someone(params OrganisationRole[] roles) => new(new UserId(Guid.Empty), roles);
}
