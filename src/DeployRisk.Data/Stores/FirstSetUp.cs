using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Sample;
using DeployRisk.Data.Stores.People;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>
/// Makes the organisation and its first administrator together or not at all, once in the life of an installation.
/// Scoped, because the accounts are; needs Identity registered with <see cref="DeployRiskDbContext"/>.
/// </summary>
public sealed class FirstSetUp(DeployRiskDbContext context, UserManager<ApplicationUser> users, SampleStore sample, TimeProvider clock)
{
    /// <summary>Sets up; of several at once exactly one wins.</summary>
    /// <param name="organisation">The organisation's name, 1-<see cref="Organisation.MaxNameLength"/> characters after trimming.</param>
    /// <param name="defaultLanguage">The language for people whose browser asks for neither.</param>
    /// <param name="administrator">The account to make: user name, e-mail and display name set, no id needed.</param>
    /// <param name="password">Its password; the rules of Identity decide.</param>
    /// <param name="addSample">Whether the sample organisation is added to it.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then, unless only the sample is missing.</param>
    /// <exception cref="ArgumentException">The organisation's name is empty or too long.</exception>
    public async Task<SetUpOutcome> RunAsync(
        string organisation,
        Language defaultLanguage,
        ApplicationUser administrator,
        string password,
        bool addSample = false,
        CancellationToken cancellationToken = default)
    {
        var name = organisation.Trim();
        if (name.Length is 0 or > Organisation.MaxNameLength)
        {
            throw new ArgumentException($"An organisation's name has 1 to {Organisation.MaxNameLength} characters.", nameof(organisation));
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var outcome = await SetUpAsync(name, defaultLanguage, administrator, password, cancellationToken);
            if (outcome is SetUpOutcome.Done done)
            {
                await transaction.CommitAsync(cancellationToken);
                if (addSample)
                {
                    await sample.AddAsync(defaultLanguage, done.Administrator, cancellationToken);
                }
            }

            return outcome;
        }
        catch (DbUpdateException exception) when (exception.IsUniqueViolation())
        {
            return new SetUpOutcome.AlreadySetUp();
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private async Task<SetUpOutcome> SetUpAsync(
        string organisation, Language defaultLanguage, ApplicationUser administrator, string password, CancellationToken cancellationToken)
    {
        if (await context.IsSetUpAsync(cancellationToken))
        {
            return new SetUpOutcome.AlreadySetUp();
        }

        var now = clock.GetUtcNow();
        administrator.Id = UserId.New(now).Value;
        context.Organisation.Add(new OrganisationRow { Name = organisation, DefaultLanguage = defaultLanguage, CreatedAt = now });
        context.NoteSetUp(new Moment(administrator.UserId, now), organisation);

        // The row of the organisation has one possible key: whoever writes it first is the one who sets up.
        await context.SaveChangesAsync(cancellationToken);

        var created = await users.CreateAsync(administrator, password);
        if (!created.Succeeded)
        {
            return new SetUpOutcome.AccountRefused([.. created.Errors]);
        }

        await context.SetRolesAsync(administrator.UserId, [OrganisationRole.Administrator], now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        return new SetUpOutcome.Done(administrator.UserId);
    }
}
