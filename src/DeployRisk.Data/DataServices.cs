using DeployRisk.Data.Auditing;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Keys;
using DeployRisk.Data.Sample;
using DeployRisk.Data.Startup;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Data.Stores.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DeployRisk.Data;

/// <summary>Registers the database and the stores.</summary>
public static class DataServices
{
    /// <summary>What keys are made for: those of another application open nothing here.</summary>
    public const string ApplicationName = "DeployRisk";

    /// <summary>
    /// Adds the contexts, the stores and the start-up of the database. The caller registers a
    /// <see cref="DeployRisk.Domain.Questionnaires.Questionnaire"/> and Identity (with <see cref="DeployRiskDbContext"/>
    /// as its store), and awaits <see cref="DatabaseStartup.PrepareAsync"/> before the first request.
    /// </summary>
    public static IServiceCollection AddDeployRiskData(this IServiceCollection services, DataOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddContexts(options);
        services.AddSingleton<DatabaseStartup>();
        services.AddSingleton<StoredKeys>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<OtherServers>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AssessmentStore>();
        services.AddSingleton<ErasureStore>();
        services.AddSingleton<HomeStore>();
        services.AddSingleton<MailRecords>();
        services.AddSingleton<MemberStore>();
        services.AddSingleton<OrganisationStore>();
        services.AddSingleton<OwnDataStore>();
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<ProfileStore>();
        services.AddSingleton<ProductStore>();
        services.AddSingleton<SampleStore>();
        services.AddSingleton<SignInRecords>();
        services.AddScoped<AccountSecurity>();
        services.AddScoped<FirstSetUp>();
        services.AddScoped<Invitations>();
        services.AddScoped<PasswordLinks>();
        services.AddScoped<ProviderAccounts>();

        // With the accounts: servers that share them share who is signed in, and one copy has both.
        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToDbContext<DeployRiskDbContext>();

        // The tables of passkeys exist from this version of Identity's schema on.
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        return services;
    }

    private static void AddContexts(this IServiceCollection services, DataOptions options)
    {
        if (options.Provider == DatabaseProvider.PostgreSql)
        {
            services.AddPooledDbContextFactory<PostgreSqlDeployRiskDbContext>(context => context
                .UseNpgsql(options.ConnectionString)
                .ConfigureWarnings(LogFailuresOnce));
            services.AddSingleton<IDbContextFactory<DeployRiskDbContext>, ContextFactory<PostgreSqlDeployRiskDbContext>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteDeployRiskDbContext>(context => context
                .UseSqlite(SqliteConnections.ConnectionString(options))
                .AddInterceptors(SqliteConnections.Instance)
                .ConfigureWarnings(LogFailuresOnce));
            services.AddSingleton<IDbContextFactory<DeployRiskDbContext>, ContextFactory<SqliteDeployRiskDbContext>>();
        }

        // Identity's stores take a context from the scope; everything else takes one a method from the factory.
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>().CreateDbContext());
    }

    /// <summary>What fails is thrown, and logged by whoever tells it to the reader; Entity Framework would log it up to twice before.</summary>
    private static void LogFailuresOnce(WarningsConfigurationBuilder warnings) => warnings.Log(
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug));
}
