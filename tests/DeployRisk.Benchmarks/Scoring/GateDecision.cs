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
    public static GateDecision Of(GateFinding finding) => new(finding.QuestionId, finding.Because, finding.Effect, finding.State);
}
