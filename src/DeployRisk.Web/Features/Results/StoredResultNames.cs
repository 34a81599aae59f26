using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Results;

/// <summary>Names of the people of a result.</summary>
internal static class StoredResultNames
{
    /// <summary>The display name; in words that there is none any more when the account is gone.</summary>
    public static string NameOf(this StoredResult stored, UserId user, IStringLocalizer<SharedTexts> S) => S.PersonName(stored.Names.GetValueOrDefault(user));
}
