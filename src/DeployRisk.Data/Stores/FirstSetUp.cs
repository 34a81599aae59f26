using DeployRisk.Data.Identity;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Stores;

/// <summary>
/// Makes the organisation and its first administrator together or not at all, once in the life of an installation.
/// Scoped, because the accounts are; needs Identity registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class FirstSetUp(DeployRiskDbContext context, UserManager<ApplicationUser> users, TimeProvider clock)
{
    /// <summary>Sets up; of several at once exactly one wins.</summary>
    /// <param name="organisation">The organisation's name, 1-<see cref="Organisation.MaxNameLength"/> characters after trimming.</param>
    /// <param name="defaultLanguage">The language for people whose browser asks for neither.</param>
    /// <param name="administrator">The account to make: user name, e-mail and display name set, no id needed.</param>
    /// <param name="password">Its password; the rules of Identity decide.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    public async Task<SetUpOutcome> RunAsync(
        string organisation,
        Language defaultLanguage,
        ApplicationUser administrator,
        string password,
        CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
