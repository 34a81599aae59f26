using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Sample;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Builders;
using DeployRisk.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Access;

/// <summary>
/// Every public method of every store, found by reflection, tried by people who may not do what it does: nothing is written, and
/// nothing of the restricted product is read. A new method is tried without being written down here.
/// </summary>
public sealed class StoreAccessTests : IAsyncLifetime
{
    private const string Secret = "Whistle";

    private static readonly Type[] Stores =
        [typeof(AssessmentStore), typeof(ProductStore), typeof(MemberStore), typeof(PeopleStore), typeof(ProfileStore), typeof(OwnDataStore), typeof(ErasureStore), typeof(HomeStore), typeof(SampleStore), typeof(OrganisationStore), typeof(AuditStore)];

    /// <summary>What is asked by nobody in particular, with the reason.</summary>
    private static readonly Dictionary<string, string> AskNobody = new()
    {
        ["OrganisationStore.IsSetUpAsync"] = "A visitor before the first account is led to the set-up.",
        ["OrganisationStore.FindAsync"] = "The organisation's name and language, for pages before sign-in.",
        ["SampleStore.FindAsync"] = "How much of the sample there is; its page is an administrator's.",
        ["SampleStore.PeopleAsync"] = "Whom a demo offers to sign in as, before anybody is.",
    };

    /// <summary>What everybody with an account may do, so that only those without one are refused.</summary>
    private static readonly string[] ForMembers = ["ProductStore.CreateAsync", "HomeStore.VisitAsync", "ProfileStore.RenameAsync", "OwnDataStore.ExportAsync"];

    private TestDatabase _database = null!;
    private Product _product = null!;
    private AssessmentId _draft;
    private AssessmentId _submitted;
    private UserId _owner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _owner = await _database.StrangerAsync("Olga");
        _product = await _database.ProductAsync(_owner, $"{Secret} product");
        _submitted = await _database.SubmittedAsync(_product.Id, _owner, $"{Secret} 1");
        _draft = await _database.DraftAsync(_product.Id, _owner, $"{Secret} 2");
        await _database.AnswerAllAsync(_draft, _owner);
        Assert.Equal(MemberOutcome.Done, await _database.Members.RestrictAsync(_product.Id, restricted: true, _owner, Stop));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void EveryMethod_NamesWhoAsks()
    {
        var nameless = Methods().Where(method => Asker(method) is null && !AskNobody.ContainsKey(NameOf(method))).Select(NameOf);

        Assert.Empty(nameless);
    }

    [Fact]
    public async Task Stranger_ReadsAndWritesNothing() => await TryAllAsync(await _database.StrangerAsync("Mallory"));

    [Theory]
    [InlineData(OrganisationRole.Manager)]
    [InlineData(OrganisationRole.Coach)]
    public async Task RoleInTheOrganisation_OpensNoRestrictedProduct(OrganisationRole role) => await TryAllAsync(await _database.StrangerAsync("Mallory", role));

    [Fact]
    public async Task Nobody_ReadsAndWritesNothing() => await TryAllAsync(UserId.New(_database.Clock.GetUtcNow()), hasAccount: false);

    [Fact]
    public async Task DisabledOwner_ReadsAndWritesNothing()
    {
        var admin = await _database.StrangerAsync("Ada", OrganisationRole.Administrator);
        var mallory = await _database.StrangerAsync("Mallory", OrganisationRole.Administrator);
        Assert.Equal(MemberOutcome.Done, await _database.Members.SetAsync(_product.Id, mallory, ProductRole.Owner, _owner, Stop));
        Assert.Equal(PeopleOutcome.Done, await _database.Services.GetRequiredService<PeopleStore>().DisableAsync(mallory, admin, Stop));

        // What lists show is asked by a session, and that ends within a minute; it is a query, which knows no accounts.
        await TryAllAsync(mallory, hasAccount: false, reads: false);
    }

    [Fact]
    public async Task Viewer_WritesNothing()
    {
        var viewer = await _database.StrangerAsync("Vera");
        Assert.Equal(MemberOutcome.Done, await _database.Members.SetAsync(_product.Id, viewer, ProductRole.Viewer, _owner, Stop));

        await TryAllAsync(viewer, reads: false);
    }

    [Fact]
    public async Task Contributor_ChangesNeitherTheProductNorItsMembers()
    {
        var contributor = await _database.StrangerAsync("Carl");
        Assert.Equal(MemberOutcome.Done, await _database.Members.SetAsync(_product.Id, contributor, ProductRole.Contributor, _owner, Stop));

        await TryAllAsync(contributor, reads: false, except: typeof(AssessmentStore));
    }

    [Fact]
    public async Task Administrator_LooksAfterMembersWithoutReadingTheProduct()
    {
        var admin = await _database.StrangerAsync("Ada", OrganisationRole.Administrator);
        var found = await _database.Members.FindAsync(_product.Slug.Value, admin, Stop);

        Assert.Equal([_owner], found!.Members.Select(member => member.Person.Id));
        Assert.Null(await _database.Products.FindAsync(_product.Slug.Value, admin, Stop));
        Assert.Null(await _database.Assessments.LoadAsync(_draft, admin, Stop));
        Assert.Null(await _database.Assessments.ResultAsync(_submitted, admin, Stop));
        Assert.Equal(MemberOutcome.Done, await _database.Members.SetAsync(_product.Id, admin, ProductRole.Viewer, admin, Stop));
        Assert.NotNull(await _database.Assessments.LoadAsync(_draft, admin, Stop));
        Assert.Contains(AuditAction.MemberChanged, (await NotedAsync()).Select(row => row.Action));
    }

    private static IEnumerable<MethodInfo> Methods() =>
        Stores.SelectMany(store => store.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>The parameter that says who asks: for whom something is read, or by whom it is done.</summary>
    private static ParameterInfo? Asker(MethodInfo method) => Array.Find(method.GetParameters(), parameter => parameter.Name is "by" or "reader" or "user");

    private async Task TryAllAsync(UserId mallory, bool hasAccount = true, bool reads = true, Type? except = null)
    {
        var before = await DumpAsync();
        foreach (var method in Methods().Where(method => Asker(method) is not null && method.DeclaringType != except))
        {
            var (name, isRead) = (NameOf(method), Asker(method)!.Name != "by");
            if ((ForMembers.Contains(name) && (hasAccount || isRead)) || (isRead && !reads))
            {
                continue;
            }

            foreach (var assessment in new[] { _draft, _submitted })
            {
                var store = _database.Services.GetRequiredService(method.DeclaringType!);
                var task = (Task)method.Invoke(store, [.. method.GetParameters().Select(parameter => Argument(parameter, mallory, assessment))])!;
                await task;
                var said = JsonSerializer.Serialize(task.GetType().GetProperty("Result")?.GetValue(task), Json);
                Assert.False(said.Contains(Secret, StringComparison.Ordinal), $"{name} told {said}");
                Assert.False(isRead && method.DeclaringType == typeof(AssessmentStore) && said != "null", $"{name} told {said}");
                Assert.True(before == await DumpAsync(), $"{name} wrote something.");
            }
        }
    }

    private object? Argument(ParameterInfo parameter, UserId mallory, AssessmentId assessment) => parameter.Name switch
    {
        "by" or "reader" or "user" => mallory,
        "person" => parameter.ParameterType == typeof(UserId) ? _owner : _owner.Value,
        "slug" => _product.Slug.Value,
        "questionId" => "AVA-1",
        "categoryId" => "availability",
        "fromId" => _submitted,
        "before" => DateTimeOffset.MaxValue,
        "email" => "eve@example.com",
        _ => parameter.ParameterType switch
        {
            var type when type == typeof(AssessmentId) => assessment,
            var type when type == typeof(ProductId) => _product.Id,
            var type when type == typeof(Release) => Releases.Of("3.0.0"),
            var type when type == typeof(Answer) => new Answer.AtLevel(0),
            var type when type == typeof(Moment) => new Moment(_owner, _database.Clock.GetUtcNow()),
            var type when type == typeof(string) => "Mallory was here",
            var type when type == typeof(IReadOnlyList<string>) => new[] { "https://mallory.example/" },
            var type when type == typeof(IReadOnlyCollection<string>) => new[] { "AVA-1" },
            var type when type == typeof(IReadOnlyCollection<OrganisationRole>) => Enum.GetValues<OrganisationRole>(),
            var type when type == typeof(CancellationToken) => Stop,
            var type when type == typeof(int) => 10,
            var type when type.IsValueType && Nullable.GetUnderlyingType(type) is null => Activator.CreateInstance(type),
            _ => null,
        },
    };

    private static readonly JsonSerializerOptions Json = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    private async Task<IReadOnlyList<Tables.AuditRow>> NotedAsync()
    {
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        return await context.Audit.AsNoTracking().ToListAsync(Stop);
    }

    /// <summary>Everything that is stored, as text.</summary>
    private async Task<string> DumpAsync()
    {
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        object[] tables =
        [
            await context.Products.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Stop),
            await context.ProductMembers.AsNoTracking().OrderBy(row => row.PersonId).ToListAsync(Stop),
            await context.Assessments.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Stop),
            await context.Answers.AsNoTracking().OrderBy(row => row.AssessmentId).ThenBy(row => row.QuestionId).ToListAsync(Stop),
            await context.OtherRisks.AsNoTracking().ToListAsync(Stop),
            await context.Results.AsNoTracking().Select(row => row.AssessmentId).ToListAsync(Stop),
            await context.Invitations.AsNoTracking().ToListAsync(Stop),
            await context.Users.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.Id, row.DisplayName, row.DisabledAt, row.SecurityStamp }).ToListAsync(Stop),
            await context.UserRoles.AsNoTracking().OrderBy(row => row.UserId).ThenBy(row => row.RoleId).ToListAsync(Stop),
            await context.Audit.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Stop),
        ];
        return JsonSerializer.Serialize(tables, Json);
    }
}
