namespace DeployRisk.Web.Features.Products;

/// <summary>How the list of products is ordered.</summary>
public enum ProductOrder
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>The worst verdict first.</summary>
    Verdict,

    /// <summary>The lowest readiness first.</summary>
    Readiness,

    /// <summary>The longest without an assessment first.</summary>
    Age,
}
