using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Localization;

namespace DeployRisk.Web.Hosting;

/// <summary>English and French: the cookie decides, else the browser, else the organisation; numbers and dates keep the reader's region.</summary>
internal static class LocalisationServices
{
    public static void AddDeployRiskLocalisation(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedUICultures = [.. Cultures.Languages];
            options.SupportedCultures = [.. Cultures.Regions];
            options.DefaultRequestCulture = new RequestCulture("en");
            options.FallBackToParentCultures = true;
            options.FallBackToParentUICultures = true;
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = Cultures.Cookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
                new OrganisationCultureProvider(),
            ];
        });
    }
}
