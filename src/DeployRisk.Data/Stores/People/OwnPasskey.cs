namespace DeployRisk.Data.Stores.People;

/// <summary>A passkey of one's own.</summary>
/// <param name="Name">What the person calls it.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
public sealed record OwnPasskey(string Name, DateTimeOffset MadeAt);
