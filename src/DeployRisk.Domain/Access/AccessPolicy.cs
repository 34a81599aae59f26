using DeployRisk.Domain.Assessments;

namespace DeployRisk.Domain.Access;

/// <summary>The one place that decides who may do what; pages, endpoints and stores ask it.</summary>
public static class AccessPolicy
{
    /// <summary>Whether somebody may do this in the organisation.</summary>
    public static bool Allows(Actor actor, OrganisationDeed deed) => deed switch
    {
        OrganisationDeed.ManagePeople or OrganisationDeed.ReadAudit or OrganisationDeed.ManageSample => actor.Is(OrganisationRole.Administrator),
        OrganisationDeed.CreateProduct => true,
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "Nobody has decided who may do this."),
    };

    /// <summary>Whether somebody may do this with an account. Administrators can let somebody go, and read no more of them than others.</summary>
    public static bool Allows(Actor actor, PersonDeed deed, UserId person) => deed switch
    {
        PersonDeed.Rename or PersonDeed.TakeData => actor.Id == person,
        PersonDeed.Erase => actor.Id == person || actor.Is(OrganisationRole.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "Nobody has decided who may do this."),
    };

    /// <summary>
    /// Whether somebody may do this with a product. Administrators decide who is in it, and read what is in it only like
    /// everybody else.
    /// </summary>
    public static bool Allows(Actor actor, ProductDeed deed, ProductStanding standing) => deed switch
    {
        ProductDeed.Read => !standing.IsRestricted || standing.Role is not null,
        ProductDeed.Assess => standing.Role >= ProductRole.Contributor,
        ProductDeed.Edit => standing.Role >= ProductRole.Owner,
        ProductDeed.ManageMembers => standing.Role >= ProductRole.Owner || actor.Is(OrganisationRole.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "Nobody has decided who may do this."),
    };
}
