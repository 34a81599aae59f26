using DeployRisk.Data.Troubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DeployRisk.Web.Shared.Layout;

/// <summary>Shows what happened instead of a page that failed, with a reference that is also in the log; the next page starts afresh.</summary>
public sealed partial class PageErrorBoundary(ILogger<PageErrorBoundary> logger, NavigationManager navigation) : ErrorBoundaryBase, IDisposable
{
    private string _reference = "";

    /// <summary>Null in a circuit.</summary>
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    public void Dispose() => navigation.LocationChanged -= StartAfresh;

    protected override void OnInitialized() => navigation.LocationChanged += StartAfresh;

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Guid.NewGuid().ToString("N")[..12];
        Log.PageFailed(logger, exception, _reference);
        if (HttpContext is { Response.HasStarted: false } http)
        {
            http.Response.StatusCode = FailureStatus.Of(exception);
        }

        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<ErrorMessage>(1);
        builder.AddComponentParameter(2, nameof(ErrorMessage.Reference), _reference);
        builder.AddComponentParameter(3, nameof(ErrorMessage.Trouble), DatabaseTroubles.Of(CurrentException));
        builder.AddComponentParameter(4, nameof(ErrorMessage.WasSent), HttpContext is { } http && HttpMethods.IsPost(http.Request.Method));
        builder.CloseComponent();
    }

    private void StartAfresh(object? sender, LocationChangedEventArgs e) => Recover();

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A page failed, reference {Reference}.")]
        public static partial void PageFailed(ILogger logger, Exception exception, string reference);
    }
}
