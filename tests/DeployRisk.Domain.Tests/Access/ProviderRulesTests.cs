using DeployRisk.Domain.Access;

namespace DeployRisk.Domain.Tests.Access;

public sealed class ProviderRulesTests
{
    private const string Email = "grace@example.org";
    private static readonly ProviderRules Open = Rules("Example.org");
    private static readonly ProviderRules ByInvitation = Rules();

    [Fact]
    public void AllowedDomain_LetsIn_WithAnAccountOrWithout()
    {
        Assert.Null(Open.Refuses(Email, isVerified: true, hasAccount: false, invited: null));
        Assert.Null(Open.Refuses(Email, isVerified: true, hasAccount: true, invited: null));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(Email, false)]
    public void AddressThatIsNotVerified_IsRefused_WhateverElse(string? email, bool isVerified) =>
        Assert.All([Open, ByInvitation], rules => Assert.Equal(ProviderRefusal.Unverified, rules.Refuses(email, isVerified, hasAccount: true, invited: [])));

    [Theory]
    [InlineData("grace@example.com")]
    [InlineData("grace@sub.example.org")]
    [InlineData("grace@example.org.example.com")]
    [InlineData("example.org@example.com")]
    public void AnotherDomain_IsRefused_InvitedOrNot(string email)
    {
        Assert.Equal(ProviderRefusal.NotAllowed, Open.Refuses(email, isVerified: true, hasAccount: false, invited: []));
        Assert.Equal(ProviderRefusal.AccountExists, Open.Refuses(email, isVerified: true, hasAccount: true, invited: null));
    }

    [Fact]
    public void NoDomain_LetsInvitationsIn_ButNoAdministratorAndNoAccountThatIsThere()
    {
        Assert.Null(ByInvitation.Refuses(Email, isVerified: true, hasAccount: false, invited: [OrganisationRole.Manager]));
        Assert.Equal(ProviderRefusal.NotAllowed, ByInvitation.Refuses(Email, isVerified: true, hasAccount: false, invited: [OrganisationRole.Administrator]));
        Assert.Equal(ProviderRefusal.NotAllowed, ByInvitation.Refuses(Email, isVerified: true, hasAccount: false, invited: null));
        Assert.Equal(ProviderRefusal.AccountExists, ByInvitation.Refuses(Email, isVerified: true, hasAccount: true, invited: []));
    }

    [Fact]
    public void Roles_ThatAreTied_FollowTheClaim_AndTheOthersStay()
    {
        var rules = Open with { Roles = new Dictionary<OrganisationRole, IReadOnlyCollection<string>> { [OrganisationRole.Manager] = ["heads", "deputies"] } };

        Assert.Equal([OrganisationRole.Manager, OrganisationRole.Coach], rules.RolesOf([OrganisationRole.Coach], ["staff", "deputies"]));
        Assert.Equal([OrganisationRole.Administrator], rules.RolesOf([OrganisationRole.Manager, OrganisationRole.Administrator], ["Heads"]));
        Assert.Empty(rules.RolesOf([OrganisationRole.Manager], []));
        Assert.Equal([OrganisationRole.Manager], Open.RolesOf([OrganisationRole.Manager], ["staff"]));
    }

    private static ProviderRules Rules(params string[] domains) => new(domains, new Dictionary<OrganisationRole, IReadOnlyCollection<string>>());
}
