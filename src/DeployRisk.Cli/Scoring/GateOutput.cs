using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

internal sealed record GateOutput(string Question, GateEffect Effect, GateState State, string Because);
