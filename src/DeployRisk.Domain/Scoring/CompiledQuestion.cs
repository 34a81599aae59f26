using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A question, its conditions as functions.</summary>
internal sealed class CompiledQuestion
{
    private readonly Func<int[], bool>? _visible;
    private readonly Func<int[], bool>? _refused;
    private readonly int[] _visibleReads;
    private readonly bool _maySetAside;
    private readonly bool _core;

    public CompiledQuestion(Question question, Slots slots)
    {
        Gates = [.. question.Gates.Select(gate => new CompiledGate(question, gate, slots))];
        GatesReadOwnLevel = question.Gates.Any(gate => gate.When?.Reads().Contains(question.Id, StringComparer.Ordinal) ?? false);
        _core = question.Core;
        _visible = question.VisibleWhen is { } visible ? CompiledCondition.Holds(visible, slots) : null;
        _visibleReads = [.. question.VisibleWhen?.Reads().Distinct(StringComparer.Ordinal).Select(slots.OfAnswered) ?? []];
        _maySetAside = question.NotApplicable is not null;
        _refused = question.NotApplicable?.RefusedWhen is { } refused ? CompiledCondition.Holds(refused, slots) : null;
    }

    public CompiledGate[] Gates { get; }

    public bool GatesReadOwnLevel { get; }

    /// <summary>Whether the question belongs to the form, and its condition holds or reads what is not answered yet.</summary>
    public bool IsShown(AssessmentForm form, int[] values) =>
        (_visible is null || _visible(values) || ReadsUnanswered(values)) && (form == AssessmentForm.Full || BelongsToShortForm(values));

    /// <summary>Whether "not applicable" is refused.</summary>
    public bool IsRefused(int[] values) => !_maySetAside || (_refused is not null && _refused(values));

    private bool ReadsUnanswered(int[] values) => Array.Exists(_visibleReads, slot => values[slot] == 0);

    private bool BelongsToShortForm(int[] values) =>
        _core || Gates.Any(gate => gate.Severity != GateSeverity.Warning && gate.CanHold(values));
}
