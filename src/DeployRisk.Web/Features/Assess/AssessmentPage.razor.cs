using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DeployRisk.Web.Features.Assess;

/// <summary>The questionnaire: one category at a time, saved as it is answered, with "so far" beside it.</summary>
public sealed partial class AssessmentPage
{
    private readonly Language _language = CurrentLanguage.Get();
    private AssessmentSession? _session;
    private IReadOnlyList<Question> _questions = [];
    private Shortcuts? _shortcuts;
    private IDisposable? _leaving;
    private string? _at;
    private string? _heldBackFrom;
    private bool _isMissing;
    private bool _leavesAnyway;
    private bool _moved;
    private bool _showsHowTo;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The category to show; none or an unknown one: the first with something to answer.</summary>
    [SupplyParameterFromQuery(Name = "category")]
    private string? CategoryId { get; set; }

    private Category Current { get; set; } = default!;

    /// <summary>Of what was final from the start nothing is said about saving.</summary>
    private bool Saves => !_session!.IsReadOnly || _session.Saves.State is not SaveState.Nothing;

    public async ValueTask DisposeAsync()
    {
        _leaving?.Dispose();
        Navigation.LocationChanged -= Moved;
        if (_session is { } session)
        {
            session.Changed -= Show;
            session.Saves.Changed -= Stored;
            await session.Saves.FlushAsync();

            // Nobody would see what a page that is gone writes over later answers.
            session.Saves.Close();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _session = await Sessions.OpenAsync(new AssessmentId(Id), RendererInfo.IsInteractive);
        _isMissing = _session is null;
        if (_session is { } session && RendererInfo.IsInteractive)
        {
            session.Changed += Show;
            session.Saves.Changed += Stored;
            Navigation.LocationChanged += Moved;
            _leaving = Navigation.RegisterLocationChangingHandler(LeavingAsync);
        }
    }

    protected override void OnParametersSet() => Turn();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moved && _shortcuts is not null)
        {
            _moved = false;
            await _shortcuts.ShowAsync(Fragment is { Length: > 0 } question ? question : null);
        }
    }

    private string Fragment => new Uri(Navigation.Uri).Fragment.TrimStart('#');

    /// <summary>Turns to the category that the address names.</summary>
    private void Turn()
    {
        if (_session is { } session)
        {
            var categories = session.Questionnaire.Categories;
            Current = categories.FirstOrDefault(category => category.Id == CategoryId)
                ?? categories.FirstOrDefault(category => session.Unanswered.Any(question => question.CategoryId == category.Id))
                ?? categories[0];
            _questions = session.ShownIn(Current);
            // Said at the start, and not taken away under the hands of who answers.
            _showsHowTo = session.Shown.Count == session.Unanswered.Count;
        }
    }

    private GateFinding? GateOf(Question question) => _session!.Card.Gates.FirstOrDefault(gate => gate.QuestionId == question.Id);

    private Category? Neighbour(int by) =>
        _session!.Questionnaire.Categories.ElementAtOrDefault(_session.Questionnaire.Categories.ToList().IndexOf(Current) + by);

    private void Show(object? sender, EventArgs e)
    {
        // Somebody may have changed the context, and with it what is asked.
        _questions = _session!.ShownIn(Current);
        StateHasChanged();
    }

    /// <summary>Once everything is stored nothing holds the reader back.</summary>
    private void Stored(object? sender, EventArgs e)
    {
        if (_heldBackFrom is not null && !_session!.Saves.HasUnsaved)
        {
            _heldBackFrom = null;
            StateHasChanged();
        }
    }

    private bool IsHere(string address) =>
        new Uri(Navigation.ToAbsoluteUri(address).ToString()).AbsolutePath == AppUrls.Assessment(new AssessmentId(Id));

    private void Moved(object? sender, LocationChangedEventArgs change)
    {
        if (IsHere(change.Location))
        {
            _moved = true;
            StateHasChanged();
        }
    }

    /// <summary>Nobody leaves before what they typed is stored, unless they say so.</summary>
    private async ValueTask LeavingAsync(LocationChangingContext change)
    {
        await _session!.Saves.FlushAsync();
        if (_session.Saves.HasUnsaved && !IsHere(change.TargetLocation) && !_leavesAnyway)
        {
            change.PreventNavigation();
            _heldBackFrom = change.TargetLocation;
            StateHasChanged();
        }
    }

    private void LeaveAnyway(string target)
    {
        _leavesAnyway = true;
        Navigation.NavigateTo(target, forceLoad: true);
    }
}
