using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>A submitted (perhaps withdrawn) assessment with its result as it was kept.</summary>
/// <param name="Assessment">Release, context, answers, notes, evidence, who and when.</param>
/// <param name="Product">Its product.</param>
/// <param name="Access">What the reader may do with the product.</param>
/// <param name="Result">Score card, recommendations and shortest path, as they were at submission.</param>
/// <param name="Names">Display names of everybody who did something in it.</param>
public sealed record StoredResult(
    Assessment Assessment,
    Product Product,
    ProductAccess Access,
    AssessmentResult Result,
    IReadOnlyDictionary<UserId, string> Names);
