using DeployRisk.Data;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Startup;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.People;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Builders;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DeployRisk.TestKit.Databases;

/// <summary>A data directory of its own with a real database, the stores on it, and a clock that the test moves.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The database right after all migrations; every test gets a copy, because migrating takes longer than most tests.</summary>
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateAsync);

    /// <inheritdoc cref="Migrated"/>
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly TemporaryDirectory _directory = new();
    private readonly DiskTrouble _disk = new();
    private readonly ServiceProvider _services;

    private TestDatabase(string? connectionString = null)
    {
        Options = new DataOptions
        {
            DataDirectory = _directory.Path,
            Patience = TimeSpan.FromSeconds(1),
            Provider = connectionString is null ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql,
            ConnectionString = connectionString,
        };
        _services = BuildServices(Options, Clock, _disk);
    }

    /// <summary>The kind of database that this process tests on.</summary>
    public static DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    public DataOptions Options { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _services;

    /// <summary>What the disk of the SQLite file is like.</summary>
    public Disk Disk
    {
        get => _disk.Disk;
        set => _disk.Disk = value;
    }

    public Questionnaire Questionnaire => BuiltIn.Questionnaire;

    public AssessmentStore Assessments => _services.GetRequiredService<AssessmentStore>();

    public ProductStore Products => _services.GetRequiredService<ProductStore>();

    public MemberStore Members => _services.GetRequiredService<MemberStore>();

    public HomeStore Home => _services.GetRequiredService<HomeStore>();

    public OrganisationStore Organisation => _services.GetRequiredService<OrganisationStore>();

    public IDbContextFactory<DeployRiskDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>();

    /// <summary>An empty database with all migrations.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        if (Provider == DatabaseProvider.PostgreSql)
        {
            var server = await PostgreSqlServer.Running;
            return new TestDatabase(await server.CreateAsync(await Template.Value));
        }

        var database = new TestDatabase();
        await File.WriteAllBytesAsync(database.Options.SqliteFile, await Migrated.Value);
        return database;
    }

    /// <summary>Puts a SQLite database with all migrations where an application will start; what is there already stays.</summary>
    public static void PutMigrated(string dataDirectory)
    {
        var file = new DataOptions { DataDirectory = dataDirectory }.SqliteFile;
        if (!File.Exists(file))
        {
            File.WriteAllBytes(file, Migrated.Value.GetAwaiter().GetResult());
        }
    }

    /// <summary>An empty data directory: the file does not exist yet.</summary>
    public static TestDatabase Unprepared() => new();

    /// <summary>What another server on the same database has, with more of its own; whoever asks disposes it.</summary>
    public ServiceProvider AnotherServer(Action<IServiceCollection>? more = null) => BuildServices(Options, Clock, _disk, more);

    /// <summary>The start-up of the application's database.</summary>
    public Task PrepareAsync() => _services.GetRequiredService<DatabaseStartup>().PrepareAsync();

    /// <summary>Whoever looks at what is stored: the first who got an account.</summary>
    public UserId Reader { get; private set; }

    /// <summary>Somebody with an account, who works on every product there is.</summary>
    public async Task<UserId> UserAsync(string name = "Ada")
    {
        var user = await StrangerAsync(name);
        await using var context = await Contexts.CreateDbContextAsync();
        foreach (var product in await context.Products.Select(product => product.Id).ToListAsync())
        {
            context.ProductMembers.Add(new ProductMemberRow { ProductId = product, PersonId = user.Value, Role = ProductRole.Contributor });
        }

        await context.SaveChangesAsync();
        return user;
    }

    /// <summary>Somebody with roles in the organisation, who is a member of no product.</summary>
    public async Task<UserId> StrangerAsync(string name, params OrganisationRole[] roles)
    {
        var user = await StrangerAsync(name);
        await using var context = await Contexts.CreateDbContextAsync();
        await context.SetRolesAsync(user, roles, Clock.GetUtcNow(), CancellationToken.None);
        await context.SaveChangesAsync();
        return user;
    }

    /// <summary>Somebody with an account, who is a member of no product.</summary>
    public async Task<UserId> StrangerAsync(string name)
    {
        await using var scope = _services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>();
        var user = new ApplicationUser
        {
            Id = UserId.New(Clock.GetUtcNow()).Value,
            UserName = $"{name.ToLowerInvariant()}@example.com",
            DisplayName = name,
        };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(created.ToString());
        }

        Reader = Reader == default ? user.UserId : Reader;
        return user.UserId;
    }

    /// <summary>A product, on which everybody there is works.</summary>
    public async Task<Product> ProductAsync(UserId by, string name = "Payments")
    {
        var product = ((CreateProductOutcome.Created)await Products.CreateAsync(name, "", by)).Product;
        await using var context = await Contexts.CreateDbContextAsync();
        foreach (var person in await context.Users.Where(user => user.Id != by.Value).Select(user => user.Id).ToListAsync())
        {
            context.ProductMembers.Add(new ProductMemberRow { ProductId = product.Id, PersonId = person, Role = ProductRole.Contributor });
        }

        await context.SaveChangesAsync();
        return product;
    }

    /// <summary>A draft with a complete context and no answer.</summary>
    public async Task<AssessmentId> DraftAsync(ProductId product, UserId by, string release = "1.0.0") =>
        ((StartOutcome.Started)await Assessments.StartAsync(product, Releases.Of(release), by)).Id;

    /// <summary>Gives every question of a draft the same answer, in one transaction.</summary>
    public async Task AnswerAllAsync(AssessmentId id, UserId by, int level = 2)
    {
        await using var context = await Contexts.CreateDbContextAsync();
        context.Answers.AddRange(Questionnaire.Questions.Select(question => new AnswerRow
        {
            AssessmentId = id,
            QuestionId = question.Id,
            Kind = AnswerKind.Level,
            Level = level,
            GivenBy = by,
            GivenAt = Clock.GetUtcNow(),
        }));
        await context.SaveChangesAsync();
    }

    /// <summary>A submitted assessment with the same level everywhere.</summary>
    public async Task<AssessmentId> SubmittedAsync(ProductId product, UserId by, string release = "1.0.0", int level = 2)
    {
        var id = await DraftAsync(product, by, release);
        await AnswerAllAsync(id, by, level);
        return await Assessments.SubmitAsync(id, by) is SubmitOutcome.Submitted ? id : throw new InvalidOperationException("It was not submitted.");
    }

    /// <summary>Writes nonsense over every page of the SQLite file but the first, as a broken disk or a careless copy does.</summary>
    public async Task OverwriteAsync()
    {
        await using (var context = await Contexts.CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        ClearPool(Options);
        await SqliteFiles.OverwriteAsync(Options.SqliteFile);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        ClearPool(Options);
        _directory.Dispose();
    }

    private static void ClearPool(DataOptions options)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            using var pooled = new NpgsqlConnection(options.ConnectionString);
            NpgsqlConnection.ClearPool(pooled);
            return;
        }

        using var connection = new SqliteConnection(SqliteConnections.ConnectionString(options));
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<byte[]> MigrateAsync()
    {
        await using var database = Unprepared();
        await database.PrepareAsync();
        ClearPool(database.Options);
        return await File.ReadAllBytesAsync(database.Options.SqliteFile);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var connectionString = await (await PostgreSqlServer.Running).CreateAsync();
        await using var database = new TestDatabase(connectionString);
        await database.PrepareAsync();
        return connectionString;
    }

    private static ServiceProvider BuildServices(DataOptions options, TimeProvider clock, DiskTrouble disk, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(BuiltIn.Questionnaire);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddDeployRiskData(options);
        services.ConfigureDbContext<SqliteDeployRiskDbContext>(context => context.AddInterceptors(disk));
        services.AddIdentityCore<ApplicationUser>()
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<DeployRiskDbContext>();
        more?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
