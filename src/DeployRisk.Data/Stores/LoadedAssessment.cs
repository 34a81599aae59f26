using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;

namespace DeployRisk.Data.Stores;

/// <summary>An assessment with what a page needs to name what is in it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Product">Its product.</param>
/// <param name="Access">What the reader may do with the product.</param>
/// <param name="Names">Display names of everybody who did something in it.</param>
/// <param name="Revision">How often the assessment was changed.</param>
public sealed record LoadedAssessment(
    Assessment Assessment, Product Product, ProductAccess Access, IReadOnlyDictionary<UserId, string> Names, int Revision);
