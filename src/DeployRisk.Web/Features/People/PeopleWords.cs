using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.People;

/// <summary>Roles and refusals in words.</summary>
internal static class PeopleWords
{
    public static string RolesInWords(this IStringLocalizer<PeopleTexts> texts, IReadOnlyCollection<OrganisationRole> roles) =>
        roles.Count == 0 ? texts["RoleMember"] : string.Join(", ", roles.Select(role => texts.Role(role)));

    public static string Role(this IStringLocalizer<PeopleTexts> texts, OrganisationRole role) => role switch
    {
        OrganisationRole.Administrator => texts["RoleAdministrator"],
        OrganisationRole.Manager => texts["RoleManager"],
        OrganisationRole.Coach => texts["RoleCoach"],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a name."),
    };

    public static string Refused(this IStringLocalizer<PeopleTexts> texts, PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.LastAdministrator => texts["LastAdministrator"],
        PeopleOutcome.Missing => texts["PersonMissing"],
        _ => texts["NotAllowed"],
    };
}
