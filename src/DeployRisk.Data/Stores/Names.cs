using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores;

/// <summary>Looks up the display names of people.</summary>
internal static class Names
{
    public static async Task<IReadOnlyDictionary<UserId, string>> NamesAsync(
        this DeployRiskDbContext context, IEnumerable<UserId> ids, CancellationToken cancellationToken)
    {
        Guid[] wanted = [.. ids.Select(id => id.Value).Distinct()];
        return await context.Users
            .Where(user => wanted.Contains(user.Id))
            .Select(user => new { user.Id, user.DisplayName })
            .ToDictionaryAsync(user => new UserId(user.Id), user => user.DisplayName, cancellationToken);
    }

    public static Person Person(this IReadOnlyDictionary<UserId, string> names, UserId id) =>
        new(id, names.GetValueOrDefault(id, ""));

    /// <summary>Everybody who did something in the assessment.</summary>
    public static IEnumerable<UserId> People(this Assessment assessment) =>
        new[] { assessment.Started, assessment.Submitted, assessment.Withdrawn }
            .Concat(assessment.Entries.Values.SelectMany(entry => entry.EarlierNotes.Select(note => note.Written).Append(entry.Given).Append(entry.NoteWritten)))
            .Concat(assessment.OtherRisks.Values.SelectMany(risks => risks.Earlier.Select(text => text.Written).Append(risks.Written)))
            .OfType<Moment>()
            .Select(moment => moment.By);
}
