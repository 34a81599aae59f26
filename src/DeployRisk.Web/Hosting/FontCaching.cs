namespace DeployRisk.Web.Hosting;

/// <summary>
/// Fonts keep their plain names, because the style sheet names them, and so would be asked for again by every page,
/// which shows another font until the answer is there.
/// </summary>
internal static class FontCaching
{
    private const string ForAMonth = "public, max-age=2592000";

    public static void UseFontCaching(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    context.Response.Headers.CacheControl = ForAMonth;
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
