using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DeployRisk.Web.Features.Account;

/// <summary>Leads every page to the set-up while nobody has an account.</summary>
public sealed class SetUpGate(RequestDelegate next, SetUpState state)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsPage(http) && !await state.IsDoneAsync(http.RequestAborted))
        {
            http.Response.Redirect(AppUrls.SetUp);
            return;
        }

        await next(http);
    }

    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page
        && page.Type != typeof(SetUpPage)
        && page.Type != typeof(Shared.Layout.ErrorPage)
        && page.Type != typeof(Shared.Layout.NotFoundPage);
}
