namespace DeployRisk.Data.Changes;

/// <summary>What a message is about, and what its messages are like.</summary>
/// <typeparam name="TMessage">The messages of this topic.</typeparam>
/// <param name="Name">Equal names are one topic.</param>
public readonly record struct Topic<TMessage>(string Name)
    where TMessage : notnull;
