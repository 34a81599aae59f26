using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Handover;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Localisation;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Results;

/// <summary>
/// Other answers tried on a submitted assessment, beside what it says today. The address holds what is tried, so that it
/// can be shared and the back button takes a change back; nothing is stored.
/// </summary>
public sealed partial class WhatIfPage(
    AssessmentStore assessments, Questionnaire questionnaire, CurrentUser user, PageHandover handover, NavigationManager navigation)
{
    /// <summary>More changes than these are folded away.</summary>
    private const int FewChanges = 8;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private WhatIfFilter? _listedBy;

    /// <summary>What the address is about to hold; null when it holds what is tried.</summary>
    private string? _awaited;

    private StoredResult? _stored;
    private Wording? _wording;
    private AnswerSheet _sheet = null!;
    private ScoreCard _today = null!;
    private ScoreCard? _card;
    private ShortestPath.Found? _path;
    private IReadOnlyList<Question> _shown = [];
    private WhatIf _whatIf = WhatIf.Nothing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The answers that are tried, as <see cref="WhatIf"/> writes them.</summary>
    [SupplyParameterFromQuery(Name = "set")]
    private string? Tried { get; set; }

    /// <summary>Which questions are shown.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    private string? Shown { get; set; }

    private WhatIfFilter Filter => AddressToken.Read<WhatIfFilter>(Shown) ?? WhatIfFilter.All;

    private Questionnaire Questionnaire => questionnaire;

    private string Everything => Address(_whatIf, WhatIfFilter.All);

    protected override async Task OnInitializedAsync()
    {
        var (id, reader) = (new AssessmentId(Id), (await user.GetAsync()).Id);
        _stored = await handover.LoadAsync(RendererInfo.IsInteractive, () => assessments.ResultAsync(id, reader));
        if (_stored is not { Result: { Card: var card, PathToGo: var path } })
        {
            await navigation.LeaveAsync(assessments, id, reader);
            return;
        }

        _wording = new Wording(questionnaire, CurrentLanguage.Get());
        _today = card;
        _sheet = _stored.Assessment.Sheet;
        _path = path as ShortestPath.Found;
        _shown = Visibility.ShownQuestions(questionnaire, _sheet.Form, _sheet.Context);
        Read();
        _open.Add(_whatIf.Changes.Keys.Select(changed => questionnaire.Question(changed).CategoryId).FirstOrDefault(card.Categories[0].CategoryId));
    }

    protected override void OnParametersSet()
    {
        if (_stored is null || (_awaited is not null && _awaited != (Tried ?? "")))
        {
            return;
        }

        _awaited = null;
        Read();
    }

    private static CategoryScore ScoreOf(ScoreCard card, Category category) => card.Categories.First(score => score.CategoryId == category.Id);

    /// <summary>A card of another version cannot be scored again with this one.</summary>
    private void Read()
    {
        if (_today.QuestionnaireHash == questionnaire.Hash)
        {
            Show(WhatIf.Read(Tried, questionnaire, _sheet));
        }
    }

    /// <summary>Scores what is tried. What a filter has listed stays until another is chosen, so that no question goes from under the hand.</summary>
    private void Show(WhatIf whatIf)
    {
        _whatIf = whatIf;
        _card = Scorer.Score(questionnaire, whatIf.On(_sheet), ScoringMode.Submission);
        if (_listedBy != Filter)
        {
            _listedBy = Filter;
            _listed.Clear();
        }

        _listed.UnionWith(_shown.Where(question => IsIn(Filter, question)).Select(question => question.Id));
    }

    private IReadOnlyList<Question> ListedIn(Category category) =>
        [.. _shown.Where(question => question.CategoryId == category.Id && _listed.Contains(question.Id))];

    private bool IsIn(WhatIfFilter filter, Question question) => filter switch
    {
        WhatIfFilter.BelowTop => _sheet[question.Id] is not (Answer.NotApplicable or Answer.AtLevel { Level: Question.TopLevel }),
        WhatIfFilter.Gates => _today.Gates.Concat(_card!.Gates).Any(gate => gate.QuestionId == question.Id && gate.Effect != GateEffect.Warning),
        WhatIfFilter.Changed => _whatIf.Changes.ContainsKey(question.Id),
        _ => true,
    };

    private int Count(WhatIfFilter filter) => _shown.Count(question => IsIn(filter, question));

    private void Open(string questionId) => _open.Add(questionnaire.Question(questionId).CategoryId);

    /// <summary>Shown at once, and the base of what is tried next, before the address has come round.</summary>
    private void Try(WhatIf whatIf)
    {
        _awaited = whatIf.ToString();
        Show(whatIf);
        navigation.NavigateTo(Address(whatIf, Filter));
    }

    private string Address(WhatIf whatIf, WhatIfFilter filter) =>
        AppUrls.WhatIf(new AssessmentId(Id), whatIf.ToString(), filter == WhatIfFilter.All ? "" : AddressToken.Of(filter));

    private string Short(Answer answer) => answer switch
    {
        Answer.AtLevel { Level: var level } => level.ToString(System.Globalization.CultureInfo.CurrentCulture),
        Answer.NotApplicable => T["NotApplicableShort"],
        _ => "?",
    };
}
