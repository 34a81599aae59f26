using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Mail;

namespace DeployRisk.Web.Hosting;

/// <summary>Mails with links, where a server for them is configured.</summary>
internal static class MailServices
{
    public static void AddDeployRiskMail(this IServiceCollection services, DeployRiskOptions options)
    {
        services.AddSingleton(new PublicAddress(options.PublicAddress));
        services.AddSingleton(provider => new OutgoingMail(options.Mail, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OutgoingMail>>()));
        services.AddScoped<LinkDelivery>();
        services.AddSingleton<ForgottenPasswords>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgottenPasswords>());
    }
}
