using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Release, form and context of an assessment, checked as a whole; what was entered stays whatever is wrong.</summary>
public sealed partial class ReleaseForm
{
    private const string DayPattern = "yyyy-MM-dd";

    private readonly Dictionary<string, ContextField> _fields = new(StringComparer.Ordinal);
    private List<Fault> _faults = [];

    /// <summary>The day that the field begins with. While a day is typed it is often none, so nothing is ever written back.</summary>
    private string? _day;
    private ElementReference _summary;
    private ElementReference _name;
    private ElementReference _dayField;
    private bool _busy;
    private bool _focusSummary;
    private bool _hasFailed;

    [Parameter, EditorRequired]
    public ReleaseDraft Draft { get; set; } = default!;

    [Parameter, EditorRequired]
    public string SubmitLabel { get; set; } = "";

    [Parameter, EditorRequired]
    public string CancelHref { get; set; } = "";

    /// <summary>Takes the complete release; called once at a time, however often somebody clicks.</summary>
    [Parameter, EditorRequired]
    public Func<Release, Task> Submitted { get; set; } = default!;

    /// <summary>What is said just before the button.</summary>
    [Parameter]
    public RenderFragment? Before { get; set; }

    /// <summary>Told that something was entered.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override void OnInitialized() => _day = Draft.PlannedOn?.ToString(DayPattern, CultureInfo.InvariantCulture);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusSummary)
        {
            _focusSummary = false;
            await _summary.FocusAsync();
        }
    }

    private async Task SubmitAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        _hasFailed = false;
        try
        {
            var checkedDraft = await Validator.ValidateAsync(Draft);
            _faults = [.. checkedDraft.Errors.Select(error => new Fault(error.PropertyName, error.ErrorMessage))];
            _focusSummary = _faults.Count > 0;
            if (_faults.Count == 0)
            {
                await Submitted(Draft.ToRelease());
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDone(Logger, exception);
            _hasFailed = true;
        }
        finally
        {
            _busy = false;
        }
    }

    private string? ErrorOf(string field) => _faults.Find(fault => fault.Field == field)?.Message;

    private string IsInvalid(string field) => ErrorOf(field) is null ? "false" : "true";

    private string AddressOf(string field) => $"{new Uri(Navigation.Uri).AbsolutePath}#{field}";

    private string LabelOf(string field) => field switch
    {
        nameof(ReleaseDraft.Name) => T["ReleaseName"],
        nameof(ReleaseDraft.PlannedOn) => T["PlannedOn"],
        _ => Questionnaire.FindContext(field)?.Title.In(CurrentLanguage.Get()) ?? field,
    };

    private ValueTask FocusAsync(string field) => field switch
    {
        nameof(ReleaseDraft.Name) => _name.FocusAsync(),
        nameof(ReleaseDraft.PlannedOn) => _dayField.FocusAsync(),
        _ => _fields[field].FocusAsync(),
    };

    private int CountOf(AssessmentForm form) => Visibility.ShownQuestions(Questionnaire, form, Draft.Context).Count;

    private Task WriteName(string? name)
    {
        Draft.Name = name ?? "";
        return Touched(nameof(ReleaseDraft.Name));
    }

    private Task WriteDay(ChangeEventArgs change)
    {
        Draft.PlannedOn = DateOnly.TryParseExact(change.Value as string, DayPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
        return Touched(nameof(ReleaseDraft.PlannedOn));
    }

    private Task UseForm(AssessmentForm form)
    {
        Draft.Form = form;
        return OnChanged.InvokeAsync();
    }

    /// <summary>A fault goes away once its field is touched.</summary>
    private Task Touched(string field)
    {
        _faults.RemoveAll(fault => fault.Field == field);
        return OnChanged.InvokeAsync();
    }

    [LoggerMessage(LogLevel.Error, "A release could not be stored")]
    private static partial void LogNotDone(ILogger logger, Exception exception);

    private sealed record Fault(string Field, string Message);
}
