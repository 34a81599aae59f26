using DeployRisk.Data.Auditing;
using DeployRisk.Data.Sample;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Sample;

public sealed class SampleStoreTests : IAsyncLifetime
{
    private readonly SampleDatabase _sample = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestDatabase Database => _sample.Database;

    public ValueTask InitializeAsync() => _sample.InitializeAsync();

    public ValueTask DisposeAsync() => _sample.DisposeAsync();

    [Fact]
    public async Task TwoSamples_OfTheSameDay_AreTheSame()
    {
        await using var other = await TestDatabase.CreateAsync();
        other.Clock.Advance(TimeSpan.FromHours(11));

        Assert.True(await SampleOf(other).AddAsync(Language.English, await other.StrangerAsync("Ada", OrganisationRole.Administrator), Token));

        Assert.Equal(await ContentAsync(Database), await ContentAsync(other));
    }

    [Fact]
    public async Task Add_InFrench_HasTheSameFiguresInOtherWords()
    {
        await using var french = await TestDatabase.CreateAsync();

        Assert.True(await SampleOf(french).AddAsync(Language.French, await french.StrangerAsync("Ada", OrganisationRole.Administrator), Token));

        Assert.Equal(await FiguresAsync(Database), await FiguresAsync(french));
        Assert.Equal(
            ["API de paiement", "Appli Voyageurs", "Chaîne de données de marché", "Firmware des passerelles de comptage", "Gestion des contrats", "Portail des démarches"],
            (await french.Products.ListAsync(french.Reader, Token)).Select(product => product.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Add_Twice_ChangesNothing()
    {
        var before = await ContentAsync(Database);

        Assert.False(await _sample.Sample.AddAsync(Language.French, _sample.User, Token));

        Assert.Equal(before, await ContentAsync(Database));
    }

    [Fact]
    public async Task Add_WhereANameIsTaken_TakesAnother()
    {
        await _sample.Sample.RemoveAsync(_sample.User, Token);
        await Database.ProductAsync(_sample.User, "payments api");

        await _sample.Sample.AddAsync(Language.English, _sample.User, Token);

        Assert.Contains("Payments API (sample)", (await Database.Products.ListAsync(Database.Reader, Token)).Select(product => product.Name));
        Assert.NotNull(await Database.Products.FindAsync("payments-api-sample", Database.Reader, Token));
    }

    [Fact]
    public async Task Everything_HappensOnWorkingDaysOfTheLastTwoYears()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync(Token);
        var days = await context.Assessments.Select(row => new { row.StartedAt, row.LastEditedAt }).ToListAsync(Token);
        var now = Database.Clock.GetUtcNow();

        Assert.All(days, day => Assert.True(day.StartedAt < day.LastEditedAt && day.LastEditedAt.Date < now.Date));
        Assert.All(days, day => Assert.True(day.LastEditedAt.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        Assert.InRange(now - days.Min(day => day.StartedAt), TimeSpan.FromDays(690), TimeSpan.FromDays(740));
    }

    [Fact]
    public async Task People_AreMarkedAndHaveNoPassword()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync(Token);
        var people = await context.Users.Where(user => user.IsSample).ToListAsync(Token);

        Assert.Equal(people.Select(user => user.DisplayName).Order(), (await _sample.Sample.PeopleAsync(Token)).Select(person => person.Name).Order());
        Assert.All(people, user => Assert.True(user.PasswordHash is null && user.LockoutEnabled && user.LockoutEnd == DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task Remove_LeavesWhatOthersMade()
    {
        var product = await Database.ProductAsync(_sample.User, "Ledger");
        var mine = await Database.SubmittedAsync(product.Id, _sample.User);

        var removed = await _sample.Sample.RemoveAsync(_sample.User, Token);

        Assert.Equal(new SampleContent(Products: 6, Assessments: 54, People: 6, KeptProducts: 0, KeptAssessments: 0), removed);
        Assert.Equal("Ledger", Assert.Single(await Database.Products.ListAsync(Database.Reader, Token)).Name);
        Assert.NotNull(await Database.Assessments.ResultAsync(mine, Database.Reader, Token));
        await using var context = await Database.Contexts.CreateDbContextAsync(Token);
        Assert.Equal(_sample.User, (await context.Users.SingleAsync(Token)).UserId);
        Assert.Equal(mine, (await context.Assessments.SingleAsync(Token)).Id);
        Assert.All(await context.Answers.Select(row => row.AssessmentId).Distinct().ToListAsync(Token), id => Assert.Equal(mine, id));
        Assert.Null(await _sample.Sample.FindAsync(Token));
        Assert.Null(await _sample.Sample.RemoveAsync(_sample.User, Token));
    }

    [Fact]
    public async Task Remove_KeepsAProductThatSomebodyAssessed()
    {
        var portal = (await Database.Products.ListAsync(Database.Reader, Token)).Single(summary => summary.Name == "Citizen services portal");
        var mine = await Database.SubmittedAsync(portal.Id, _sample.User, "mine");
        Assert.Equal(new SampleContent(6, 54, 6, KeptProducts: 1, KeptAssessments: 1), await _sample.Sample.FindAsync(Token));

        await _sample.Sample.RemoveAsync(_sample.User, Token);

        var kept = Assert.Single(await Database.Products.ListAsync(Database.Reader, Token));
        Assert.Equal(portal.Slug, kept.Slug);
        Assert.False(kept.IsSample);
        Assert.Equal(mine, Assert.Single((await Database.Products.HistoryAsync(portal.Id, Database.Reader, cancellationToken: Token)).Entries).Id);
        Assert.True(await _sample.Sample.AddAsync(Language.English, _sample.User, Token));
        Assert.Equal(7, (await Database.Products.ListAsync(Database.Reader, Token)).Count);
    }

    [Fact]
    public async Task Remove_GivesAProductThatStaysAnOwner()
    {
        var portal = (await Database.Products.ListAsync(Database.Reader, Token)).Single(summary => summary.Name == "Citizen services portal");
        await Database.SubmittedAsync(portal.Id, _sample.User, "mine");
        await using var context = await Database.Contexts.CreateDbContextAsync(Token);
        await context.ProductMembers
            .Where(row => row.PersonId == _sample.User.Value)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, ProductRole.Contributor), Token);

        await _sample.Sample.RemoveAsync(_sample.User, Token);

        var member = await context.ProductMembers.SingleAsync(Token);
        Assert.Equal((portal.Id, _sample.User.Value, ProductRole.Owner), (member.ProductId, member.PersonId, member.Role));
        Assert.Equal(1, await context.Audit.CountAsync(row => row.Action == AuditAction.MemberChanged && row.Product == portal.Id && row.Details.EndsWith("> Owner"), Token));
    }

    [Fact]
    public async Task AddAndRemove_AreInTheAuditTrailOnce()
    {
        await _sample.Sample.RemoveAsync(_sample.User, Token);

        await using var context = await Database.Contexts.CreateDbContextAsync(Token);
        var deeds = await context.Audit.OrderBy(row => row.Id).ToListAsync(Token);
        Assert.Equal(
            [(AuditAction.SampleAdded, "6 products, 54 assessments"), (AuditAction.SampleRemoved, "6 products, 54 assessments")],
            deeds.Select(deed => (deed.Action, deed.Details)).OrderBy(deed => deed.Action));
        Assert.All(deeds, deed => Assert.Equal(_sample.User, deed.By));
    }

    private static SampleStore SampleOf(TestDatabase database) => database.Services.GetRequiredService<SampleStore>();

    private static async Task<IReadOnlyList<string>> FiguresAsync(TestDatabase database)
    {
        await using var context = await database.Contexts.CreateDbContextAsync(Token);
        var rows = await context.Results.Select(row => new { row.AssessmentId, row.Verdict, row.Readiness, row.Potential, row.Coverage }).ToListAsync(Token);
        return [.. rows.Select(row => row.ToString()!).Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> ContentAsync(TestDatabase database)
    {
        await using var context = await database.Contexts.CreateDbContextAsync(Token);
        var answers = await context.Answers.ToListAsync(Token);
        var assessments = await context.Assessments.ToListAsync(Token);
        return
        [
            .. await FiguresAsync(database),
            .. answers.Select(row => $"{row.AssessmentId} {row.QuestionId} {row.Kind} {row.Level} {row.Note} {row.GivenBy} {row.GivenAt:O}").Order(StringComparer.Ordinal),
            .. assessments.Select(row => $"{row.Id} {row.ProductId} {row.ReleaseName} {row.PlannedOn:O} {row.State} {row.SubmittedAt:O} {row.LastEditedAt:O}").Order(StringComparer.Ordinal),
        ];
    }
}
