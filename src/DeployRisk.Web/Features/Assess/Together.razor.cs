using DeployRisk.Data.Changes;
using DeployRisk.Data.Troubles;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>
/// Connects a page with the other pages that show the same assessment: brings what others change, tells them where this
/// reader is, and names who else is here.
/// </summary>
public sealed partial class Together
{
    /// <summary>More people than this are counted, not named.</summary>
    private const int MaxShown = 6;

    private readonly Guid _page = Guid.NewGuid();
    private readonly List<IDisposable> _subscriptions = [];
    private SignedInUser? _me;
    private ITimer? _catchUp;
    private bool _isBehind;
    private bool _isGone;
    private (string? CategoryId, string? QuestionId) _place;

    [Parameter, EditorRequired]
    public AssessmentSession Session { get; set; } = default!;

    /// <summary>The category that the page shows; null when it shows all.</summary>
    [Parameter]
    public string? CategoryId { get; set; }

    /// <summary>The question that the reader is at; null when at none.</summary>
    [Parameter]
    public string? QuestionId { get; set; }

    public void Dispose()
    {
        _isGone = true;
        Connection.Changed -= TellConnection;
        _catchUp?.Dispose();
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        if (_subscriptions.Count > 0)
        {
            _subscriptions.Clear();
            Tell(new Presence.Gone(_page));
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        _me = await User.GetAsync();
        _place = (CategoryId, QuestionId);
        _subscriptions.Add(Feed.Subscribe(AssessmentNews.Of(Session.Id), news => InvokeAsync(() => ShowAsync(() => Session.TakeAsync(news)))));
        _subscriptions.Add(Feed.Subscribe(Presence.Of(Session.Id), presence => InvokeAsync(() => Take(presence))));
        _subscriptions.Add(OtherServers.Watch(Session.Id, Session.Revision));
        Connection.Changed += TellConnection;
        TellHere(asks: true);
        await ShowAsync(Session.CatchUpAsync);
    }

    protected override void OnParametersSet()
    {
        var moved = _place != (CategoryId, QuestionId);
        _place = (CategoryId, QuestionId);
        if (_subscriptions.Count > 0 && moved && Connection.IsUp)
        {
            TellHere(asks: false);
        }
    }

    /// <summary>Brings the page up to date; when the database is in trouble, once that is over.</summary>
    private async Task ShowAsync(Func<Task> show)
    {
        try
        {
            await show();
            _isBehind = false;
            if (Session.Final is Refusal.Missing)
            {
                // Whoever may not read it any more is not told who else is here.
                Dispose();
                StateHasChanged();
            }
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            if (!_isBehind)
            {
                _isBehind = true;
                LogBehind(Logger, exception);
            }

            _catchUp?.Dispose();
            if (_isGone)
            {
                return;
            }

            _catchUp = Clock.CreateTimer(_ => _ = InvokeAsync(() => ShowAsync(Session.CatchUpAsync)), null, OtherServers.Interval, Timeout.InfiniteTimeSpan);
        }
    }

    private void Take(Presence presence)
    {
        if (_isGone || presence.Page == _page || (presence is Presence.Here { User: var user } && user == _me!.Id))
        {
            return;
        }

        Session.Take(presence);
        if (presence is Presence.Here { Asks: true } && Connection.IsUp)
        {
            TellHere(asks: false);
        }
    }

    private void TellHere(bool asks) => Tell(new Presence.Here(_page, _me!.Id, _me.Name, _place.CategoryId, _place.QuestionId, asks));

    /// <summary>Whoever has lost the connection is not here, until they are back.</summary>
    private void TellConnection(object? sender, EventArgs e)
    {
        if (Connection.IsUp)
        {
            TellHere(asks: false);
        }
        else
        {
            Tell(new Presence.Gone(_page));
        }
    }

    [LoggerMessage(LogLevel.Error, "A page could not be brought up to date, and is tried again")]
    private static partial void LogBehind(ILogger logger, Exception exception);

    private void Tell(Presence presence) => Feed.Publish(Presence.Of(Session.Id), presence);
}
