using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Tests.Access;

/// <summary>Who may do what: every deed against every role.</summary>
public sealed class AccessPolicyTests
{
    private static readonly OrganisationRole[] Everybody = Enum.GetValues<OrganisationRole>();

    /// <summary>The roles that a deed asks for; a member without any may do what <see cref="ForMembers"/> has.</summary>
    private static readonly Dictionary<OrganisationDeed, OrganisationRole[]> Allowed = new()
    {
        [OrganisationDeed.ManagePeople] = [OrganisationRole.Administrator],
        [OrganisationDeed.ReadAudit] = [OrganisationRole.Administrator],
        [OrganisationDeed.ManageSample] = [OrganisationRole.Administrator],
        [OrganisationDeed.CreateProduct] = Everybody,
    };

    private static readonly OrganisationDeed[] ForMembers = [OrganisationDeed.CreateProduct];

    /// <summary>What each role in a product allows in it, open or restricted; none is somebody who is no member.</summary>
    private static readonly Dictionary<(bool IsRestricted, ProductRole? Role), ProductDeed[]> InProducts = new()
    {
        [(false, null)] = [ProductDeed.Read],
        [(false, ProductRole.Viewer)] = [ProductDeed.Read],
        [(false, ProductRole.Contributor)] = [ProductDeed.Read, ProductDeed.Assess],
        [(false, ProductRole.Owner)] = [ProductDeed.Read, ProductDeed.Assess, ProductDeed.Edit, ProductDeed.ManageMembers],
        [(true, null)] = [],
        [(true, ProductRole.Viewer)] = [ProductDeed.Read],
        [(true, ProductRole.Contributor)] = [ProductDeed.Read, ProductDeed.Assess],
        [(true, ProductRole.Owner)] = [ProductDeed.Read, ProductDeed.Assess, ProductDeed.Edit, ProductDeed.ManageMembers],
    };

    [Fact]
    public void EveryDeed_IsDecidedForEveryRole()
    {
        foreach (var deed in Enum.GetValues<OrganisationDeed>())
        {
            Assert.Equal(ForMembers.Contains(deed), AccessPolicy.Allows(Someone(), deed));
            foreach (var role in Everybody)
            {
                Assert.Equal(Allowed[deed].Contains(role), AccessPolicy.Allows(Someone(role), deed));
            }
        }
    }

    [Fact]
    public void EveryDeedInAProduct_IsDecidedForEveryRoleOfBothKinds()
    {
        foreach (var isRestricted in new[] { false, true })
        {
            foreach (var inProduct in Enum.GetValues<ProductRole>().Cast<ProductRole?>().Prepend(null))
            {
                var standing = new ProductStanding(isRestricted, inProduct);
                foreach (var role in Everybody.Cast<OrganisationRole?>().Prepend(null))
                {
                    OrganisationRole[] roles = role is { } one ? [one] : [];

                    // Administrators look after members everywhere, and read no more than others.
                    ProductDeed[] besides = role == OrganisationRole.Administrator ? [ProductDeed.ManageMembers] : [];
                    Assert.Equal(
                        InProducts[(isRestricted, inProduct)].Union(besides).Order(),
                        Enum.GetValues<ProductDeed>().Where(deed => AccessPolicy.Allows(Someone(roles), deed, standing)));
                }
            }
        }
    }

    [Fact]
    public void EveryDeedWithAnAccount_IsDecidedForItsPersonAndForOthers()
    {
        var another = new UserId(Guid.Parse("0197a1b2-0000-7000-8000-000000000001"));
        foreach (var deed in Enum.GetValues<PersonDeed>())
        {
            Assert.True(AccessPolicy.Allows(Someone(), deed, Someone().Id));
            foreach (var role in Everybody)
            {
                Assert.Equal(deed == PersonDeed.Erase && role == OrganisationRole.Administrator, AccessPolicy.Allows(Someone(role), deed, another));
            }
        }
    }

    private static Actor Someone(params OrganisationRole[] roles) => new(new UserId(Guid.Empty), roles);
}
