using System.Globalization;
using DeployRisk.Data.Auditing;
using DeployRisk.Data.Stores;
using DeployRisk.Data.Stores.Audit;
using DeployRisk.Domain;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Shared.Formatting;
using Microsoft.AspNetCore.WebUtilities;

namespace DeployRisk.Web.Features.Audit;

/// <summary>Which records are shown: the part of the address behind the question mark. What it does not know is left out.</summary>
/// <param name="Person">The id of a person.</param>
/// <param name="Product">The address of a product.</param>
/// <param name="Kind">What was done.</param>
/// <param name="From">The first day, as the reader has days.</param>
/// <param name="To">The last day.</param>
/// <param name="Before">The number of the record before which they are.</param>
public sealed record AuditView(Guid? Person, string? Product, AuditAction? Kind, DateOnly? From, DateOnly? To, long? Before)
{
    /// <summary>The view that an address asks for; days the wrong way round are turned.</summary>
    public static AuditView Read(IQueryCollection query)
    {
        var (first, last) = (Day.Read(query["from"]), Day.Read(query["to"]));
        return new AuditView(
            Guid.TryParse(query["person"], out var person) ? person : null,
            PlainText.Of(query["product"].ToString()) is { Length: > 0 } product ? product : null,
            Enum.GetNames<AuditAction>().Contains(query["kind"].ToString()) ? Enum.Parse<AuditAction>(query["kind"].ToString()) : null,
            first > last ? last : first,
            first > last ? first : last,
            long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    /// <summary>What the store is asked for; days are days of the reader's clock.</summary>
    public AuditFilter Filter(ReaderClock clock) => new(
        Person is { } person ? new UserId(person) : null,
        Product,
        Kind,
        new HistoryPeriod(From is { } from ? clock.StartOf(from) : null, To is { } to ? clock.StartOf(to.AddDays(1)) : null));

    /// <summary>An address below <paramref name="path"/> that shows this view.</summary>
    public string Href(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["person"] = Person?.ToString(),
        ["product"] = Product,
        ["kind"] = Kind?.ToString(),
        ["from"] = Day.Token(From),
        ["to"] = Day.Token(To),
        ["before"] = Before?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    /// <summary>Whether records may be missing from view.</summary>
    public bool IsLimited => this with { Before = null } != new AuditView(null, null, null, null, null, null);
}
