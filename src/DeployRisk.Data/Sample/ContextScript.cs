namespace DeployRisk.Data.Sample;

/// <summary>The context of a release: what a release does not say is as the product says it.</summary>
/// <param name="Levels">Levels by context question.</param>
/// <param name="Scope">What the release touches (CTX-9).</param>
/// <param name="Features">What is special about the product (CTX-10).</param>
internal sealed record ContextScript(
    IReadOnlyDictionary<string, int>? Levels = null,
    IReadOnlyList<string>? Scope = null,
    IReadOnlyList<string>? Features = null);
