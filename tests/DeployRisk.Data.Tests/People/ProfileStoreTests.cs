using DeployRisk.Data.Auditing;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.People;

/// <summary>One's own name, and the copy of what is kept about oneself.</summary>
public sealed class ProfileStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Product _product = null!;
    private UserId _ada;
    private UserId _bob;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ProfileStore Profiles => _database.Services.GetRequiredService<ProfileStore>();

    private OwnDataStore OwnData => _database.Services.GetRequiredService<OwnDataStore>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ada = await _database.StrangerAsync("Ada", OrganisationRole.Administrator);
        _product = await _database.ProductAsync(_ada, "Ledger");
        _bob = await _database.UserAsync("Bob");
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Name_IsShownAtWhatWasDoneBefore_AndTheTrailHasBoth()
    {
        var id = await _database.SubmittedAsync(_product.Id, _bob);

        Assert.Equal(PeopleOutcome.Done, await Profiles.RenameAsync("  Robert Baker ", _bob, Stop));
        Assert.Equal(PeopleOutcome.Done, await Profiles.RenameAsync("Robert Baker", _bob, Stop));

        Assert.Equal("Robert Baker", (await _database.Assessments.ResultAsync(id, _ada, Stop))!.Names[_bob]);
        var noted = await _database.Services.GetRequiredService<AuditStore>().ReadAsync(AuditFilter.Everything with { Action = AuditAction.PersonRenamed }, null, 9, _ada, Stop);
        Assert.Equal(("Bob > Robert Baker", _bob), (Assert.Single(noted!.Entries).Details, noted.Entries[0].By.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ApplicationUser.MaxDisplayNameLength + 1)]
    public async Task Name_ThatIsNone_IsRefused(int length) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Profiles.RenameAsync(new string('x', length), _bob, Stop));

    [Fact]
    public async Task OwnData_HasWhatIsOnesOwn_AndNothingOfOthers()
    {
        var id = await _database.DraftAsync(_product.Id, _ada, "2.0.0");
        await _database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(3), _bob, Stop);
        await _database.Assessments.SaveNoteAsync(id, "AVA-1", "Mine", null, _bob, Stop);
        await _database.Assessments.AnswerAsync(id, "AVA-2", new Answer.Unknown(), _ada, Stop);
        await _database.Assessments.SaveNoteAsync(id, "AVA-2", "Hers", null, _ada, Stop);
        await _database.SubmittedAsync(_product.Id, _ada, "1.0.0");

        var data = (await OwnData.ExportAsync(_bob, Stop))!;
        var assessment = Assert.Single(await data.Assessments.ToListAsync(Stop));

        Assert.Equal(("Bob", ProductRole.Contributor), (data.Account.Name, Assert.Single(data.Products).Role));
        Assert.Equal(("Ledger", "2.0.0", null), (assessment.Product, assessment.Release, assessment.StartedAt));
        Assert.Equal(("AVA-1", "3"), (Assert.Single(assessment.Answers).Question, assessment.Answers[0].Answer));
        Assert.Equal("Mine", Assert.Single(assessment.Notes).Text);
        Assert.Equal([AuditAction.OwnDataExported], (await data.AuditTrail.ToListAsync(Stop)).Select(record => record.Action));
    }

    [Fact]
    public async Task OwnData_TellsWhoVouchesAtSignIn()
    {
        await using (var scope = _database.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>();
            var bob = (await users.FindByIdAsync(_bob.Value.ToString()))!;
            await users.AddLoginAsync(bob, new UserLoginInfo("https://id.example.org", "b-17", "provider"));
        }

        var data = (await OwnData.ExportAsync(_bob, Stop))!;

        Assert.Equal([new OwnProvider("https://id.example.org", "b-17")], data.Account.Providers);
    }

    [Fact]
    public async Task OwnData_OfAProductThatOneMayNotReadAnyMore_HasNoNameOfIt()
    {
        await _database.DraftAsync(_product.Id, _bob, "2.0.0");
        await _database.Members.RestrictAsync(_product.Id, restricted: true, _ada, Stop);
        await _database.Members.RemoveAsync(_product.Id, _bob, _ada, Stop);

        var data = (await OwnData.ExportAsync(_bob, Stop))!;
        var assessment = Assert.Single(await data.Assessments.ToListAsync(Stop));
        var records = await data.AuditTrail.ToListAsync(Stop);

        Assert.Equal((null, null, true), (assessment.Product, assessment.Release, assessment.StartedAt is not null));
        Assert.Equal([AuditAction.AssessmentStarted, AuditAction.MemberChanged, AuditAction.OwnDataExported], records.Select(record => record.Action));
        Assert.All(records, record => Assert.Null(record.Product));
        Assert.DoesNotContain(records, record => record.Details?.Contains("2.0.0", StringComparison.Ordinal) == true);
        Assert.False(records[1].IsByMe);
    }
}
