using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Results;

/// <summary>One submitted assessment to print and to keep: all of it, as it was scored then.</summary>
public sealed partial class ReportPage(AssessmentStore assessments, Questionnaire questionnaire, CurrentUser user, NavigationManager navigation)
{
    private StoredResult? _stored;
    private Wording? _wording;
    private ReportSources? _sources;

    [Parameter]
    public Guid Id { get; set; }

    private Questionnaire Questionnaire => questionnaire;

    protected override async Task OnInitializedAsync()
    {
        var (id, reader) = (new AssessmentId(Id), (await user.GetAsync()).Id);
        _stored = await assessments.ResultAsync(id, reader);
        if (_stored is null)
        {
            await navigation.LeaveAsync(assessments, id, reader);
            return;
        }

        _wording = new Wording(questionnaire, CurrentLanguage.Get());
        _sources = new ReportSources(_stored.Result.Recommendations.SelectMany(recommendation => _wording.Sources(recommendation.QuestionId)));
    }

    /// <summary>The questions that a reason is about, where its words do not name them.</summary>
    private string Codes(Reason reason)
    {
        var missing = reason.QuestionIds.Where(id => !_wording!.In(reason.Text).Contains(id, StringComparison.Ordinal)).ToList();
        return missing.Count == 0 ? "" : $"({string.Join(", ", missing)})";
    }

    private string StateOf(GateFinding gate) => gate switch
    {
        { State: GateState.Waived } => T["ReportGateWaived"],
        { State: GateState.Unverified } => T["ReportGateUnverified"],
        { Effect: GateEffect.Hard } => T["ReportGateHard"],
        { Effect: GateEffect.Conditional } => T["ReportGateConditional"],
        _ => T["ReportGateWarning"],
    };
}
