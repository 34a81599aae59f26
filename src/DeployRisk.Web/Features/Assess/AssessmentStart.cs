using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Web.Features.Assess;

/// <summary>What a new assessment starts from.</summary>
/// <param name="Product">The product.</param>
/// <param name="Last">The release assessed last, whose context is taken over where it may be; null for the first.</param>
/// <param name="Draft">What is entered, pre-filled.</param>
public sealed record AssessmentStart(Product Product, Release? Last, ReleaseDraft Draft);
