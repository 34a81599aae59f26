using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Single-key shortcuts of the questionnaire, and the help about them.</summary>
public sealed partial class Shortcuts(IJSRuntime script, ILogger<Shortcuts> logger) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private bool _failed;
    private DotNetObjectReference<Shortcuts>? _self;

    /// <summary>Told which question the reader is at.</summary>
    [Parameter]
    public EventCallback<string?> Moved { get; set; }

    /// <summary>Called by the module when the reader has been at another question for a moment.</summary>
    [JSInvokable]
    public Task AtAsync(string? questionId) => Moved.InvokeAsync(questionId);

    /// <summary>Called by the module after something was entered: that an answer comes tells that everything before it has arrived.</summary>
    [JSInvokable]
    public Task HearAsync() => Task.CompletedTask;

    /// <summary>Goes to a question, or to the head of the category when there is none; tried again until the module has come.</summary>
    public async Task ShowAsync(string? questionId)
    {
        if (_module is not null)
        {
            await _module.InvokeVoidAsync("show", questionId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("stop");
                await _module.DisposeAsync();
            }
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone, and its listeners with it.
        }
        finally
        {
            _self?.Dispose();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _module = await script.InvokeAsync<IJSObjectReference>("import", "./Features/Assess/Shortcuts.razor.js");
            _self = DotNetObjectReference.Create(this);
            await _module.InvokeVoidAsync("start", _self);
        }
        catch (JSException exception)
        {
            // The file did not come, or the browser is too old for it: everything but the keys works.
            _failed = true;
            LogFailed(logger, exception);
            StateHasChanged();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The shortcuts of the questionnaire did not start")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
