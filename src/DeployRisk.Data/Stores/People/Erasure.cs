namespace DeployRisk.Data.Stores.People;

/// <summary>An account that could be deleted, and what would have to be done before.</summary>
/// <param name="Name">The name of its person.</param>
/// <param name="Email">The address that they sign in with.</param>
/// <param name="IsSample">Whether it is one of the sample's people, who go with the sample alone.</param>
/// <param name="IsLastAdministrator">Whether nobody could look after the installation afterwards.</param>
/// <param name="OwnedAlone">The products, by name, that nobody would own afterwards.</param>
public sealed record Erasure(string Name, string Email, bool IsSample, bool IsLastAdministrator, IReadOnlyList<OwnedProduct> OwnedAlone)
{
    /// <summary>Whether nothing stands in its way.</summary>
    public bool IsPossible => !IsSample && !IsLastAdministrator && OwnedAlone.Count == 0;
}
