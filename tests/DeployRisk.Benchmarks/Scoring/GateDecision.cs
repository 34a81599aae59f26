using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>What was decided of one question's gates: the rule that decided, and with which effect.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Because">The reason of the deciding rule, which tells it from the question's other rules.</param>
/// <param name="Effect">Hard, conditional or warning; an unverified gate is conditional.</param>
/// <param name="State">Open or unverified.</param>
internal sealed record GateDecision(string QuestionId, LocalizedText Because, GateEffect Effect, GateState State)
{
    /// <summary>What the score card found. Its reason may say first that nobody knows; the rule's own words come last.</summary>
    public static GateDecision Of(GateFinding finding, Questionnaire questionnaire) => new(
        finding.QuestionId,
        questionnaire.Question(finding.QuestionId).Gates
            .Select(gate => gate.Because)
            .First(because => finding.Because.En.EndsWith(because.En, StringComparison.Ordinal)),
        finding.Effect,
        finding.State);
}
