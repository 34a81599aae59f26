using System.Collections.Immutable;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>What the rules read of one answer sheet, as arrays: that is what their expressions reach fastest.</summary>
/// <param name="Levels">The level of each question by its order, 0 for an unknown; -1 when it is not asked or set aside.</param>
/// <param name="Unknown">Whether the question is answered "I don't know", by its order.</param>
/// <param name="Context">The level of each context question; -1 when there is none.</param>
/// <param name="Chosen">Whether each option of all context questions is chosen.</param>
public sealed record GateInput(
    ImmutableArray<int> Levels,
    ImmutableArray<bool> Unknown,
    ImmutableArray<int> Context,
    ImmutableArray<bool> Chosen);
