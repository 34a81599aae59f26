using DeployRisk.Data.Stores.People;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Stores.Access;

/// <summary>Reads what the policy wants to know, as it is at this moment.</summary>
internal static class AccessQueries
{
    /// <summary>The roles of an account that may be used; null when there is none.</summary>
    public static async Task<Actor?> ActorAsync(this DeployRiskDbContext context, UserId who, CancellationToken cancellationToken) =>
        await CompiledQueries.Of(context).RolesAsync(context, who, cancellationToken) is { } roles ? new Actor(who, RoleRows.Read(roles)) : null;

    /// <summary>Whether somebody may do this in the organisation; not without an account that may be used.</summary>
    public static async Task<bool> AllowsAsync(
        this DeployRiskDbContext context, UserId who, OrganisationDeed deed, CancellationToken cancellationToken) =>
        await context.ActorAsync(who, cancellationToken) is { } actor && AccessPolicy.Allows(actor, deed);

    /// <summary>Whether somebody may do this with an account; not without an account of their own that may be used.</summary>
    public static async Task<bool> AllowsAsync(
        this DeployRiskDbContext context, UserId who, PersonDeed deed, UserId person, CancellationToken cancellationToken) =>
        await context.ActorAsync(who, cancellationToken) is { } actor && AccessPolicy.Allows(actor, deed, person);

    /// <summary>What a product is to somebody; null when there is no such product, or no account that may be used.</summary>
    public static async Task<ProductAccess?> AccessAsync(
        this DeployRiskDbContext context, UserId who, ProductId product, CancellationToken cancellationToken) =>
        await context.ActorAsync(who, cancellationToken) is { } actor
        && await CompiledQueries.Of(context).StandingAsync(context, product, who) is { } standing
            ? new ProductAccess(actor, standing)
            : null;

    /// <summary>What a product is to somebody who may read it; null to everybody else.</summary>
    public static async Task<ProductAccess?> ReadAccessAsync(
        this DeployRiskDbContext context, UserId reader, ProductId product, CancellationToken cancellationToken) =>
        await context.AccessAsync(reader, product, cancellationToken) is { } access && access.Allows(ProductDeed.Read) ? access : null;

    /// <summary>
    /// Waits for others who change the product or its members, and makes them wait; before access is asked for, in the transaction
    /// that acts on it. A SQLite transaction has the whole file already.
    /// </summary>
    public static async Task HoldAsync(this DeployRiskDbContext context, ProductId product, CancellationToken cancellationToken)
    {
        if (!context.Database.IsSqlite())
        {
            await context.Products.Where(row => row.Id == product)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsRestricted, row => row.IsRestricted), cancellationToken);
        }
    }

    /// <summary>Whether somebody may do this with a product; not without an account that may be used.</summary>
    public static async Task<bool> AllowsAsync(
        this DeployRiskDbContext context, UserId who, ProductDeed deed, ProductId product, CancellationToken cancellationToken) =>
        await context.AccessAsync(who, product, cancellationToken) is { } access && access.Allows(deed);

    /// <summary>The products that the policy lets somebody read, as a query: lists cannot ask about each.</summary>
    public static IQueryable<ProductRow> ReadableBy(this IQueryable<ProductRow> products, UserId reader) =>
        products.Where(product => !product.IsRestricted || product.Members.Any(member => member.PersonId == reader.Value));

    /// <summary>The assessments of the products that the policy lets somebody read.</summary>
    public static IQueryable<AssessmentRow> ReadableBy(this IQueryable<AssessmentRow> assessments, UserId reader) =>
        assessments.Where(row => !row.Product!.IsRestricted || row.Product.Members.Any(member => member.PersonId == reader.Value));
}
