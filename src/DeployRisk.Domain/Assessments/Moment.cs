namespace DeployRisk.Domain.Assessments;

/// <summary>Who did something, and when (UTC).</summary>
public sealed record Moment(UserId By, DateTimeOffset At);
