using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Everything on one page before it becomes final: what is missing first, then every answer in words.</summary>
public sealed partial class ReviewPage
{
    private readonly Language _language = CurrentLanguage.Get();
    private AssessmentSession? _session;
    private IReadOnlyList<string> _marked = [];
    private string? _fault;
    private bool _isMissing;
    private bool _marking;
    private bool _submitting;
    private bool _submitted;

    [Parameter]
    public Guid Id { get; set; }

    public void Dispose()
    {
        if (_session is { } session)
        {
            session.Changed -= Show;
        }
    }

    /// <summary>One thing at a time, and nothing before the page reacts.</summary>
    private bool IsWaiting => _marking || _submitting || _submitted || !RendererInfo.IsInteractive;

    protected override async Task OnInitializedAsync()
    {
        _session = await Sessions.OpenAsync(new AssessmentId(Id), RendererInfo.IsInteractive);
        _isMissing = _session is null;
        if (_session is { } session && RendererInfo.IsInteractive)
        {
            session.Changed += Show;
        }
    }

    private static IReadOnlyList<string> Missing(AssessmentSession session) => session.Release.Context.Missing(session.Questionnaire);

    /// <summary>What others answer meanwhile may be what was missing.</summary>
    private void Show(object? sender, EventArgs e) => StateHasChanged();

    private static string TitleOf(AssessmentSession session, string contextId) =>
        session.Questionnaire.FindContext(contextId)!.Title.In(CurrentLanguage.Get());

    private string RestTitle(AssessmentSession session) => session.Unanswered.Count switch
    {
        0 => T["NothingUnanswered"],
        1 => T["OneUnanswered"],
        var rest => T["SomeUnanswered", rest],
    };

    private Task MarkRestAsync() => WhileMarkingAsync(async session =>
    {
        var outcome = await session.MarkRestUnknownAsync();
        _marked = outcome is MarkOutcome.Marked { QuestionIds: var marked } ? marked : [];
    });

    private Task UndoAsync() => WhileMarkingAsync(async session =>
    {
        await session.TakeBackAsync(_marked);
        _marked = [];
    });

    private async Task WhileMarkingAsync(Func<AssessmentSession, Task> change)
    {
        if (IsWaiting)
        {
            return;
        }

        _marking = true;
        _fault = null;
        try
        {
            await change(_session!);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDone(Logger, exception);
            _fault = T["NotDone"];
        }
        finally
        {
            _marking = false;
        }
    }

    private async Task SubmitAsync()
    {
        if (IsWaiting)
        {
            return;
        }

        _submitting = true;
        _fault = null;
        try
        {
            Follow(await _session!.SubmitAsync());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDone(Logger, exception);
            _fault = T["NotSubmitted"];
        }
        finally
        {
            _submitting = false;
        }
    }

    /// <summary>A second click, or another person's, finds it submitted: the result is where everybody wants to be.</summary>
    private void Follow(SubmitOutcome outcome)
    {
        if (outcome is SubmitOutcome.Submitted or SubmitOutcome.Refused { Why: Refusal.AlreadySubmitted })
        {
            _submitted = true;
            Navigation.NavigateTo(AppUrls.Result(_session!.Id), forceLoad: true);
        }
        else if (!_session!.IsReadOnly)
        {
            _fault = T["NotSubmittedIncomplete"];
        }
    }

    [LoggerMessage(LogLevel.Error, "A review could not be carried out")]
    private static partial void LogNotDone(ILogger logger, Exception exception);
}
