using DeployRisk.Domain.Assessments;

namespace DeployRisk.Benchmarks.Seeding;

/// <summary>What is in a seeded database.</summary>
/// <param name="Drafts">The draft of each person: everything is answered but the first category.</param>
/// <param name="Slug">The address of a product with as many assessments as any.</param>
internal sealed record Seeded(IReadOnlyList<AssessmentId> Drafts, string Slug)
{
    /// <summary>The password of everybody.</summary>
    public const string Password = "a long enough sentence";

    public static string EmailOf(int person) => $"person{person}@example.com";
}
