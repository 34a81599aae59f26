using System.Collections.Concurrent;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A category with its questions in an array, which is quicker to walk than a list behind an interface.</summary>
internal sealed class CompiledCategory(Category category)
{
    /// <summary>The reasons given so far, by the readiness shown and the floor: there are no more than a thousand figures to show.</summary>
    private readonly ConcurrentDictionary<(int Tenths, int Floor), Reason> _belowFloor = new();

    public Category Category { get; } = category;

    public Question[] Questions { get; } = [.. category.Questions];

    /// <summary>The reason that the category gives when it is below the floor.</summary>
    public Reason BelowFloor(Figure readiness, int floor) => _belowFloor.GetOrAdd(
        (readiness.Tenths, floor),
        static (key, category) => ReasonWriter.CategoryBelowFloor(category, key.Tenths, key.Floor),
        Category);
}
