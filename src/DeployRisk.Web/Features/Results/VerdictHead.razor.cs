using DeployRisk.Data.Stores;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared.Charts;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Results;

/// <summary>The head of a result: verdict, one sentence, three figures.</summary>
public sealed partial class VerdictHead
{
    [Parameter, EditorRequired]
    public required StoredResult Stored { get; set; }

    private ScoreCard Card => Stored.Result.Card;

    private IReadOnlyList<BarTick> Lines =>
        [new(Card.Lines.NoGo, T["LineNoGo", Card.Lines.NoGo]), new(Card.Lines.Go, T["LineGo", Card.Lines.Go])];

    private int Unknown => Card.States.Count(state => state.Value == QuestionState.Unknown);

    private int NotApplicable => Card.States.Count(state => state.Value == QuestionState.NotApplicable);

    private string Title => Card.Verdict switch
    {
        Verdict.Go => T["TitleGo", Stored.Assessment.Release.Name],
        Verdict.Conditional => T["TitleConditional", Stored.Assessment.Release.Name],
        _ => T["TitleNoGo", Stored.Assessment.Release.Name],
    };

    private string Tone => (Stored.Assessment.Withdrawn, Card.Verdict) switch
    {
        (not null, _) => "withdrawn",
        (_, Verdict.Go) => "go",
        (_, Verdict.Conditional) => "conditional",
        _ => "no-go",
    };

    private string Range => (Unknown, Card.Potential > Card.Readiness) switch
    {
        (1, true) => T["RangeOne", Figures.Readiness(Card.Potential)],
        ( > 1, true) => T["RangeMany", Figures.Readiness(Card.Potential), Unknown],
        _ => T["RangeNone"],
    };

    private string Headline
    {
        get
        {
            var first = Card.Reasons.Count > 0 ? Card.Reasons[0].Kind : ReasonKind.AllClear;
            var alike = Card.Reasons.Count(reason => reason.Kind == first);
            return first switch
            {
                ReasonKind.HardGate => alike == 1 ? T["HeadlineHardGate"] : T["HeadlineHardGates", alike],
                ReasonKind.TooManyWaivers => T["HeadlineWaivers"],
                ReasonKind.TooManyConditionalGates => T["HeadlineConditionals", Card.Reasons[0].QuestionIds.Count],
                ReasonKind.BelowNoGoLine => T["HeadlineBelowNoGo", Figures.Readiness(Card.Readiness)],
                ReasonKind.AllClear => T["HeadlineGo"],
                _ => Card.Reasons.Count == 1 ? T["HeadlineCondition"] : T["HeadlineConditions", Card.Reasons.Count],
            };
        }
    }
}
