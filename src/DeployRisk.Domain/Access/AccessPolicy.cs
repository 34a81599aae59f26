namespace DeployRisk.Domain.Access;

/// <summary>The one place that decides who may do what; pages and stores ask it.</summary>
public static class AccessPolicy
{
    public static bool Allows(Actor actor, OrganisationDeed deed) => deed switch
    {
        OrganisationDeed.ManagePeople => actor.Is(OrganisationRole.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "Nobody has decided who may do this."),
    };
}
