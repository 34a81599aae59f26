using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>The last thing on the page, folded away: nothing brings a discarded draft back.</summary>
public sealed partial class DiscardPanel
{
    private bool _busy;
    private bool _hasFailed;

    [Parameter, EditorRequired]
    public AssessmentSession Session { get; set; } = default!;

    /// <summary>Somebody else may have ended the draft meanwhile: the questionnaire then says so.</summary>
    private async Task DiscardAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        _hasFailed = false;
        try
        {
            var target = await Session.DiscardAsync() is null ? AppUrls.Product(Session.Product.Slug.Value) : AppUrls.Assessment(Session.Id);
            Navigation.NavigateTo(target, forceLoad: true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDone(Logger, exception);
            _hasFailed = true;
            _busy = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "A draft could not be discarded")]
    private static partial void LogNotDone(ILogger logger, Exception exception);
}
