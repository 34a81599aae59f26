using System.Globalization;
using DeployRisk.Data.Stores;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.AspNetCore.WebUtilities;

namespace DeployRisk.Web.Features.Products;

/// <summary>What of a product's history is shown: the part of the address behind the question mark.</summary>
/// <param name="From">The first day, as the reader has days; null: from the beginning.</param>
/// <param name="To">The last day; null: until today.</param>
/// <param name="Page">The page of the table, from 1.</param>
public sealed record HistoryView(DateOnly? From, DateOnly? To, int Page)
{
    /// <summary>All of it, from the latest.</summary>
    public static HistoryView Everything { get; } = new(null, null, 1);

    /// <summary>Whether assessments may be missing from view.</summary>
    public bool IsLimited => From is not null || To is not null;

    /// <summary>The view that an address asks for; what it does not know is left out, and days the wrong way round are turned.</summary>
    public static HistoryView Read(string? from, string? to, string? page)
    {
        var (first, last) = (Day.Read(from), Day.Read(to));
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 1;
        return first > last ? new HistoryView(last, first, number) : new HistoryView(first, last, number);
    }

    /// <summary>The days as moments of the reader's clock.</summary>
    public HistoryPeriod Period(ReaderClock clock) => new(
        From is { } from ? clock.StartOf(from) : null,
        To is { } to ? clock.StartOf(to.AddDays(1)) : null);

    /// <summary>The address of the history in this view, below the given path.</summary>
    public string Href(string path)
    {
        var query = new Dictionary<string, string?>();
        if (From is { } from)
        {
            query["from"] = Day.Token(from);
        }

        if (To is { } to)
        {
            query["to"] = Day.Token(to);
        }

        if (Page > 1)
        {
            query["page"] = Page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(path, query);
    }
}
