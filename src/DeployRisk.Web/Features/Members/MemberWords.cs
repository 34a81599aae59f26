using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Members;

/// <summary>Roles in a product and refusals in words.</summary>
internal static class MemberWords
{
    public static string Role(this IStringLocalizer<MembersTexts> texts, ProductRole role) => role switch
    {
        ProductRole.Viewer => texts["RoleViewer"],
        ProductRole.Contributor => texts["RoleContributor"],
        ProductRole.Owner => texts["RoleOwner"],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a name."),
    };

    public static string Refused(this IStringLocalizer<MembersTexts> texts, MemberOutcome outcome) => outcome switch
    {
        MemberOutcome.LastOwner => texts["LastOwner"],
        MemberOutcome.PersonMissing => texts["PersonMissing"],
        MemberOutcome.ProductMissing => texts["ProductMissing"],
        _ => texts["NotAllowed"],
    };
}
