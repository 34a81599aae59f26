using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.History;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Results;

/// <summary>One submitted assessment, as it was scored then: nothing here is scored again.</summary>
public sealed partial class ResultPage(AssessmentStore assessments, CurrentUser user, NavigationManager navigation)
{
    private StoredResult? _stored;
    private StoredResult? _previous;
    private Comparison? _comparison;
    private Wording? _wording;
    private bool _isCurrentVersion;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private Questionnaire Questionnaire { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var (id, reader) = (new AssessmentId(Id), (await user.GetAsync()).Id);
        _stored = await assessments.ResultAsync(id, reader);
        if (_stored is not { Assessment: { Submitted: { } submitted } assessment, Result.Card: var card })
        {
            await navigation.LeaveAsync(assessments, id, reader);
            return;
        }

        _isCurrentVersion = card.QuestionnaireHash == Questionnaire.Hash;
        _wording = new Wording(Questionnaire, CurrentLanguage.Get());
        _previous = await assessments.LoadPreviousAsync(assessment.ProductId, submitted.At, reader);
        _comparison = _previous is null ? null : Comparer.Compare(Questionnaire, Scored(_previous), Scored(_stored));
    }

    /// <summary>The parts of the page, by the ids of their headings.</summary>
    private IEnumerable<(string Id, string Title)> Parts
    {
        get
        {
            yield return ("why", T["Why"]);
            yield return ("path", T["Path"]);
            yield return ("gates", T["Gates"]);
            yield return ("categories", T["Categories"]);
            yield return ("losses", T["Losses"]);
            yield return ("recommendations", T["Recommendations"]);
            if (_comparison is not null)
            {
                yield return ("changes", T["Changes"]);
            }

            yield return ("answers", T["Answers"]);
        }
    }

    private static ScoredSheet Scored(StoredResult stored) => new(stored.Assessment.Sheet, stored.Result.Card);

    /// <summary>Other answers can be tried with the rules that the card was scored with, and with no others.</summary>
    private Func<string, string>? WhatIfHref => _isCurrentVersion ? set => AppUrls.WhatIf(new AssessmentId(Id), set) : null;

    private string AnswerHref(string questionId) => $"{AppUrls.Result(new AssessmentId(Id))}#{questionId}";
}
