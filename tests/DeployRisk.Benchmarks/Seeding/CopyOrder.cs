using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Benchmarks.Seeding;

/// <summary>One copy to make.</summary>
/// <param name="Original">What is copied.</param>
/// <param name="Id">The id of the copy.</param>
/// <param name="Product">Its product.</param>
/// <param name="Release">The name of its release.</param>
/// <param name="PlannedOn">The day that the release is planned for.</param>
/// <param name="Person">Who started, answered and submitted it.</param>
/// <param name="Later">How much later everything happened.</param>
internal sealed record CopyOrder(
    AssessmentId Original, AssessmentId Id, ProductId Product, string Release, DateOnly PlannedOn, UserId Person, TimeSpan Later);
