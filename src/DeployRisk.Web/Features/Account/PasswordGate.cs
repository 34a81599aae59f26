using Microsoft.AspNetCore.Components.Endpoints;

namespace DeployRisk.Web.Features.Account;

/// <summary>Where people sign in by the organisation's provider alone, there are no pages of passwords and second steps, also for who knows their addresses.</summary>
public sealed class PasswordGate(RequestDelegate next, SignInWays ways)
{
    private static readonly Type[] Pages = [typeof(PasswordPage), typeof(ConfirmPage), typeof(ForgottenPage), typeof(NewPasswordPage), typeof(SecondStepPage), typeof(SecondStepSetUpPage)];

    public Task InvokeAsync(HttpContext http)
    {
        if (!ways.Passwords && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && Pages.Contains(page.Type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
