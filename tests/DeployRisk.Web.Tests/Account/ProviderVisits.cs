using DeployRisk.Data;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Servers;
using DeployRisk.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Account;

/// <summary>An application beside a real provider, which it reaches over HTTP, and people who go there and back.</summary>
public abstract class ProviderVisits : IAsyncLifetime
{
    protected const string SignIn = "/account/sign-in";
    protected const string Start = "/account/sign-in/provider";
    protected const string Refused = "/account/sign-in/refused?why=";
    protected static readonly ProviderPerson Grace = new("g-1", "Grace Moore", "grace@example.org");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected RunningApp App { get; } = new();

    protected SignInProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await SignInProvider.StartAsync();
        foreach (var (key, value) in Provider.Settings)
        {
            App.Settings[key] = value;
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Goes to the provider and back; gives where the application leads then.</summary>
    protected async Task<string> SignInAsync(Visitor visitor, ProviderPerson? person, string start = Start)
    {
        Provider.Present = person;
        return await LocationAsync(visitor, await AnswerAsync(visitor, start));
    }

    /// <summary>The address with which the provider sends the browser back.</summary>
    protected static async Task<string> AnswerAsync(Visitor visitor, string start) =>
        (await ElsewhereAsync((await visitor.GetAsync(start)).Headers.Location!)).AbsolutePathOrSelf();

    protected static async Task<Uri> ElsewhereAsync(Uri address)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(address, Stop);
        return answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync(Stop));
    }

    protected static async Task<string> LocationAsync(Visitor visitor, string address) =>
        (await visitor.GetAsync(address)).Headers.Location?.AbsolutePathOrSelf() ?? "";

    protected static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.ReadAsync("/account/security")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private Task<DeployRiskDbContext> ContextAsync() => App.Services.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>().CreateDbContextAsync(Stop);

    protected async Task<IReadOnlyList<string>> EmailsAsync()
    {
        await using var context = await ContextAsync();
        return [.. (await context.Users.Select(user => user.Email!).ToListAsync(Stop)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The first administrator, who may read everything.</summary>
    protected async Task<UserId> AdaAsync()
    {
        await using var context = await ContextAsync();
        return (await context.Users.SingleAsync(user => user.Email == SetUpAnswers.Email, Stop)).UserId;
    }

    protected async Task<IReadOnlyList<string>> NotedAsync(AuditAction action)
    {
        var records = await App.Services.GetRequiredService<AuditStore>().ReadAsync(AuditFilter.Everything with { Action = action }, null, 50, await AdaAsync(), Stop);
        return [.. records!.Entries.Select(entry => entry.Details!).Order(StringComparer.Ordinal)];
    }
}
