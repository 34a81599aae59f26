using DeployRisk.Data.Stores;
using DeployRisk.Data.Troubles;
using Microsoft.AspNetCore.Localization;

namespace DeployRisk.Web.Shared.Localisation;

/// <summary>The language that the organisation chose at its set-up, for people whose browser asks for neither of ours.</summary>
internal sealed class OrganisationCultureProvider : RequestCultureProvider
{
    private ProviderCultureResult? _known;

    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        if (_known is not null)
        {
            return _known;
        }

        try
        {
            var organisation = await httpContext.RequestServices.GetRequiredService<OrganisationStore>().FindAsync(httpContext.RequestAborted);
            return organisation is null ? null : _known = new ProviderCultureResult(organisation.DefaultLanguage.ToTag());
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            // The page that is asked for says what the matter is.
            return null;
        }
    }
}
