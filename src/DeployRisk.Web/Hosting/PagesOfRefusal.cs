using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace DeployRisk.Web.Hosting;

/// <summary>
/// The page that says why a request was refused is read, whatever was sent: asked for by the refused form it would be refused as well, and a
/// forged form would end as a failure of the server.
/// </summary>
internal static class PagesOfRefusal
{
    /// <summary>Stands behind what asks for those pages, and before the routes.</summary>
    public static void UsePagesOfRefusal(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
            http.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(http);
    });
}
