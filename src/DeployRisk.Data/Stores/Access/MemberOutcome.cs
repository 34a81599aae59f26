namespace DeployRisk.Data.Stores.Access;

/// <summary>What became of a change of a product's members.</summary>
public enum MemberOutcome
{
    Done,

    /// <summary>Who acts may not do it, or not any more.</summary>
    NotAllowed,

    /// <summary>There is no such product, or not for who acts.</summary>
    ProductMissing,

    /// <summary>There is no such account that may be used.</summary>
    PersonMissing,

    /// <summary>Nobody would own the product afterwards.</summary>
    LastOwner,
}
