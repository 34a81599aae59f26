namespace DeployRisk.Domain.Questionnaires;

/// <summary>When a question may be set aside as not applicable.</summary>
/// <param name="When">What must be true, in words.</param>
/// <param name="RefusedWhen">A condition on the context that refuses it; null: never refused.</param>
public sealed record NotApplicableRule(LocalizedText When, Condition? RefusedWhen);
