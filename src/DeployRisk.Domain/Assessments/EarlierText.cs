namespace DeployRisk.Domain.Assessments;

/// <summary>A text that somebody replaced without having seen it; kept until it is taken up or removed.</summary>
/// <param name="Text">What it said.</param>
/// <param name="Written">Who wrote it, and when.</param>
public sealed record EarlierText(string Text, Moment Written);
