using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>One question with its five levels, "I don't know" and, where allowed, "Not applicable".</summary>
public sealed partial class QuestionCard
{
    private const string Unknown = "unknown";
    private const string NotApplicable = "notApplicable";
    private readonly Language _language = CurrentLanguage.Get();
    private ElementReference _reason;
    private bool _focusReason;
    private (QuestionWork Work, bool MayBeNotApplicable, bool Disabled, GateFinding? Gate, string Here)? _rendered;

    [Parameter, EditorRequired]
    public AssessmentSession Session { get; set; } = default!;

    [Parameter, EditorRequired]
    public Question Question { get; set; } = default!;

    [Parameter, EditorRequired]
    public QuestionWork Work { get; set; } = default!;

    /// <summary>What the question's gate does at this answer; null when it is shut.</summary>
    [Parameter, EditorRequired]
    public GateFinding? Gate { get; set; }

    [Parameter, EditorRequired]
    public bool MayBeNotApplicable { get; set; }

    /// <summary>The names of others who are at this question; empty when there are none.</summary>
    [Parameter]
    public string Here { get; set; } = "";

    /// <summary>Until the page reacts nothing can be entered, so that nothing that was entered is lost.</summary>
    private bool Disabled => Session.IsReadOnly || !RendererInfo.IsInteractive;

    private Language Language => _language;

    private string TextId => $"{Question.Id}-text";

    private string HelpId => $"{Question.Id}-help";

    private string RuleId => $"{Question.Id}-rule";

    private string ReasonId => $"{Question.Id}-reason";

    private string ReasonStateId => $"{Question.Id}-reason-state";

    private string IsAnswered => Work is { Answer: Answer.Unanswered } or { IsReasonMissing: true } ? "false" : "true";

    /// <summary>The choice that the server knows of: the page's script sees by it what never arrived.</summary>
    private string ValueChosen => Work.SettingAside ? NotApplicable : ValueOf(Work.Answer);

    private bool IsUnknown => !Work.SettingAside && Work.Answer is Answer.Unknown;

    /// <summary>What was set aside before the context refused it can still be seen.</summary>
    private bool CanSetAside => MayBeNotApplicable || Work.SettingAside;

    /// <summary>A change elsewhere on the page leaves this card as it is.</summary>
    protected override bool ShouldRender()
    {
        var now = (Work, MayBeNotApplicable, Disabled, Gate, Here);
        if (_rendered == now)
        {
            return false;
        }

        _rendered = now;
        return true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusReason)
        {
            _focusReason = false;
            await _reason.FocusAsync();
        }
    }

    /// <summary>The value of the choice that gives this answer; empty for none.</summary>
    private static string ValueOf(Answer answer) => answer switch
    {
        Answer.AtLevel { Level: var level } => DigitOf(level),
        Answer.Unknown => Unknown,
        Answer.NotApplicable => NotApplicable,
        _ => "",
    };

    private static string DigitOf(int level) => level.ToString(CultureInfo.InvariantCulture);

    private static string GateToken(GateFinding gate) => gate switch
    {
        { State: GateState.Unverified } => "unverified",
        { Effect: GateEffect.Hard } => "hard",
        { Effect: GateEffect.Conditional } => "conditional",
        _ => "warning",
    };

    private bool IsAt(int level) => !Work.SettingAside && Work.Answer is Answer.AtLevel at && at.Level == level;

    private void Choose(int level) => Session.Choose(Question.Id, new Answer.AtLevel(level));

    private void ChooseUnknown() => Session.Choose(Question.Id, Answer.DontKnow);

    private void Clear() => Session.Choose(Question.Id, Answer.None);

    private void SetAside()
    {
        _focusReason = true;
        Session.SetAside(Question.Id);
    }

    private void WriteReason(string? reason) => Session.WriteReason(Question.Id, reason ?? "");

    private void Confirm() => Session.Confirm(Question.Id);

    private bool WasAt(int level) => Work.Copied is Answer.AtLevel at && at.Level == level;

    /// <summary>An answer in a few words.</summary>
    private string InWords(Answer answer) => answer switch
    {
        Answer.AtLevel { Level: var level } => T["LevelInWords", level],
        Answer.NotApplicable { Reason: var reason } => T["NotApplicableInWords", reason],
        _ => T["DontKnow"],
    };

    private Task Flush() => Session.Saves.FlushAsync();
}
