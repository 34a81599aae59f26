namespace DeployRisk.Domain.Questionnaires;

/// <summary>One gate rule of a question; the first rule of the question that matches decides.</summary>
/// <param name="AtMost">The rule matches levels 0 to this one (0-3).</param>
/// <param name="When">The condition under which the rule matches; null: always.</param>
/// <param name="Effect">What the open gate does to the verdict.</param>
/// <param name="Because">The reason shown to people.</param>
public sealed record Gate(int AtMost, Condition? When, GateEffect Effect, LocalizedText Because);
