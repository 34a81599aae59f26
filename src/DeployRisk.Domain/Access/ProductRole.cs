namespace DeployRisk.Domain.Access;

/// <summary>What somebody is in a product; each can do what the ones before it can. Stored by name.</summary>
public enum ProductRole
{
    /// <summary>Reads, also when the product is restricted.</summary>
    Viewer,

    /// <summary>Answers and submits assessments.</summary>
    Contributor,

    /// <summary>Looks after the product and its members.</summary>
    Owner,
}
