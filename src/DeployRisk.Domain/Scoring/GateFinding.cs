using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A gate that is open, unverified or waived.</summary>
/// <param name="QuestionId">The question whose gate it is.</param>
/// <param name="Effect">What it does to the verdict (an unverified gate is a condition).</param>
/// <param name="State">How it stands.</param>
/// <param name="Because">The reason shown to people; when "I don't know" was answered, it says that nobody knows.</param>
public sealed record GateFinding(string QuestionId, GateEffect Effect, GateState State, LocalizedText Because);
