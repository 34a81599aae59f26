using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Results;

/// <summary>Names of the people of a result.</summary>
internal static class StoredResultNames
{
    /// <summary>The display name; a dash when the account is gone.</summary>
    public static string NameOf(this StoredResult stored, UserId user) =>
        stored.Names.TryGetValue(user, out var name) && name.Length > 0 ? name : "–";
}
