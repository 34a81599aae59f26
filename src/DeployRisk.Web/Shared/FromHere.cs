namespace DeployRisk.Web.Shared;

/// <summary>For addresses that are read but leave a trace: a link or a picture on another site does not open them.</summary>
internal static class FromHere
{
    /// <summary>Goes on, unless the browser says that another site asks.</summary>
    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["Sec-Fetch-Site"] == "cross-site" ? TypedResults.NotFound() : await next(context);
}
