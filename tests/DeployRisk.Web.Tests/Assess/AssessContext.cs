using System.Security.Claims;
using Bunit;
using DeployRisk.Data.Changes;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.TestKit.Databases;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Shared.Formatting;
using DeployRisk.Web.Shared.Handover;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Tests.Running;
using FluentValidation;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>The pages of an assessment on a real database, in a circuit of somebody who is signed in.</summary>
public abstract class AssessContext : BunitContext, IAsyncLifetime
{
    protected TestDatabase Database { get; private set; } = null!;

    protected Product Product { get; private set; } = null!;

    protected UserId Me { get; private set; }

    /// <summary>What was logged.</summary>
    protected LogLines Log { get; } = new();

    protected static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    protected string Address => Services.GetRequiredService<NavigationManager>().Uri;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Me = await Database.UserAsync();
        Product = await Database.ProductAsync(Me);
        Services.AddLocalization();
        Services.AddLogging(logging => logging.AddProvider(Log));
        Services.AddSingleton<TimeProvider>(Database.Clock);
        Services.AddSingleton(Database.Questionnaire);
        Services.AddSingleton(Database.Assessments);
        Services.AddSingleton(Database.Products);
        Services.AddSingleton(Database.Services.GetRequiredService<ChangeFeed>());
        Services.AddSingleton(Database.Services.GetRequiredService<OtherServers>());
        Services.AddScoped<CurrentUser>();
        Services.AddScoped<ReaderClock>();
        Services.AddSingleton<HandedOver>();
        Services.AddScoped<PageHandover>();
        Services.AddScoped<AssessmentSessions>();
        Services.AddScoped<ConnectionWatch>();
        Services.AddScoped<AssessmentStarts>();
        Services.AddScoped<IValidator<ReleaseDraft>, ReleaseDraftValidator>();
        this.AddAuthorization().SetAuthorized("Ada").SetClaims(new Claim(ClaimTypes.NameIdentifier, Me.Value.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public new async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The stored entry of a question.</summary>
    protected async Task<AnswerEntry?> StoredAsync(AssessmentId id, string questionId) =>
        (await Database.Assessments.LoadAsync(id, Database.Reader, Stop))!.Assessment.Entries.GetValueOrDefault(questionId);

    /// <summary>Keeps everybody else out of the database until it is disposed.</summary>
    protected async Task<IAsyncDisposable> LockDatabaseAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database.Options.SqliteFile, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }
}
