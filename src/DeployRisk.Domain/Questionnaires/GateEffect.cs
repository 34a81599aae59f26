namespace DeployRisk.Domain.Questionnaires;

/// <summary>What an open gate does to the verdict, from harmless to decisive.</summary>
public enum GateEffect
{
    /// <summary>Shown; never changes a verdict.</summary>
    Warning,

    /// <summary>Go with conditions at best; several of them are a No-go.</summary>
    Conditional,

    /// <summary>No-go unless waived.</summary>
    Hard,
}
