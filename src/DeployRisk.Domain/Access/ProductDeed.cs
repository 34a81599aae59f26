namespace DeployRisk.Domain.Access;

/// <summary>What can be done with a product and what belongs to it.</summary>
public enum ProductDeed
{
    /// <summary>Reading the product, its drafts and its results.</summary>
    Read,

    /// <summary>Starting, answering, submitting, withdrawing and discarding assessments.</summary>
    Assess,

    /// <summary>Changing its name and description.</summary>
    Edit,

    /// <summary>Deciding who is in it, as what, and whether everybody may read it.</summary>
    ManageMembers,
}
