using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Layout;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DeployRisk.Web.Features.Account;

/// <summary>Leads every page to the set-up while nobody has an account.</summary>
public sealed class SetUpGate(RequestDelegate next, SetUpState state)
{
    private static readonly Type[] OpenBefore = [typeof(SetUpPage), typeof(ErrorPage), typeof(NotFoundPage)];

    public async Task InvokeAsync(HttpContext http)
    {
        if (IsPage(http) && !await state.IsDoneAsync(http.RequestAborted))
        {
            http.Response.Redirect(AppUrls.SetUp);
            return;
        }

        await next(http);
    }

    /// <summary>Addresses that lead nowhere count: what they are is nobody's business before the set-up.</summary>
    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint() is not { } endpoint
        || (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && !OpenBefore.Contains(page.Type));
}
