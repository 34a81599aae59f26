using System.Globalization;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Scoring;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace DeployRisk.Web.Features.Products;

/// <summary>What of the list of products is shown, and how: the part of the address behind the question mark.</summary>
/// <param name="Search">Part of a name; empty shows all.</param>
/// <param name="Verdict">Only products whose latest verdict is this one.</param>
/// <param name="Order">The order of the rows.</param>
public sealed record ProductView(string Search, Verdict? Verdict, ProductOrder Order)
{
    /// <summary>The view that an address asks for; what it does not know is left out.</summary>
    public static ProductView From(string? search, string? verdict, string? order) => new(
        search?.Trim() ?? "",
        AddressToken.Read<Verdict>(verdict),
        AddressToken.Read<ProductOrder>(order) ?? ProductOrder.Name);

    /// <summary>Whether rows may be missing from view.</summary>
    public bool IsFiltered => Search.Length > 0 || Verdict is not null;

    /// <summary>The rows to show, in order.</summary>
    public IReadOnlyList<ProductSummary> Apply(IReadOnlyList<ProductSummary> products)
    {
        var shown = products
            .Where(product => Search.Length == 0 || Contains(product.Name))
            .Where(product => Verdict is null || product.Latest?.Verdict == Verdict);
        return Order switch
        {
            ProductOrder.Verdict => [.. shown.OrderByDescending(product => product.Latest?.Verdict).ThenBy(product => product.Latest?.Readiness)],
            ProductOrder.Readiness => [.. shown.OrderBy(product => product.Latest?.Readiness ?? double.MaxValue)],
            ProductOrder.Age => [.. shown.OrderBy(product => product.Latest?.SubmittedAt ?? DateTimeOffset.MinValue)],
            _ => [.. shown.OrderBy(product => product.Name, StringComparer.CurrentCultureIgnoreCase)],
        };
    }

    /// <summary>The address of the list in this view, below the given path.</summary>
    public string Href(string path)
    {
        var query = new Dictionary<string, string?>();
        if (Search.Length > 0)
        {
            query["q"] = Search;
        }

        if (Verdict is { } verdict)
        {
            query["verdict"] = AddressToken.Of(verdict);
        }

        if (Order != ProductOrder.Name)
        {
            query["sort"] = AddressToken.Of(Order);
        }

        return QueryHelpers.AddQueryString(path, query);
    }

    private bool Contains(string name) => CultureInfo.CurrentCulture.CompareInfo.IndexOf(
        name, Search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
