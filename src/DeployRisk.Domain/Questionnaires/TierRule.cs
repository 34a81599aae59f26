namespace DeployRisk.Domain.Questionnaires;

/// <summary>How the context sets the tier of inherent risk (0-4).</summary>
/// <param name="Criticality">The context question of criticality.</param>
/// <param name="Reach">The context question of reach.</param>
/// <param name="ReachRaisesByAtMost">By how many steps reach may raise criticality.</param>
/// <param name="RaisedFrom">The level from which one of <paramref name="RaisedBy"/> raises the tier by one.</param>
/// <param name="RaisedBy">The context questions that raise the tier by one, together.</param>
public sealed record TierRule(string Criticality, string Reach, int ReachRaisesByAtMost, int RaisedFrom, IReadOnlyList<string> RaisedBy);
