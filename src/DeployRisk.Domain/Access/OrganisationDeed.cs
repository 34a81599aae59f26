namespace DeployRisk.Domain.Access;

/// <summary>What can be done in the organisation as a whole.</summary>
public enum OrganisationDeed
{
    /// <summary>Inviting people, changing their roles, disabling accounts, seeing who is in which product.</summary>
    ManagePeople,

    /// <summary>Reading who did what, and taking a copy of it.</summary>
    ReadAudit,

    /// <summary>Adding and removing the sample organisation.</summary>
    ManageSample,

    /// <summary>Making a product; whoever makes it owns it.</summary>
    CreateProduct,
}
