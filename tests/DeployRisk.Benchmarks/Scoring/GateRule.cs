using RulesEngine.Models;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>A rule of RulesEngine, and what is decided when it is the first of its question to succeed; null: nothing.</summary>
internal sealed record GateRule(Rule Rule, GateDecision? Decision);
