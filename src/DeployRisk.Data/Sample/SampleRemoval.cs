using DeployRisk.Data.Auditing;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Sample;

/// <summary>
/// What goes when the sample organisation goes. An assessment that somebody else started or submitted stays, and its
/// product with it, which is no longer marked then and has an owner of its own: if it would be left without, whoever came to it first.
/// </summary>
internal sealed class SampleRemoval
{
    private readonly IReadOnlyList<AssessmentId> _assessments;
    private readonly IReadOnlyList<ProductId> _products;
    private readonly IReadOnlyDictionary<ProductId, UserId> _kept;

    private SampleRemoval(
        SampleContent content, IReadOnlyList<AssessmentId> assessments, IReadOnlyList<ProductId> products, IReadOnlyDictionary<ProductId, UserId> kept)
    {
        Content = content;
        _assessments = assessments;
        _products = products;
        _kept = kept;
    }

    public SampleContent Content { get; }

    public static async Task<bool> IsThereAsync(DeployRiskDbContext context, CancellationToken cancellationToken) =>
        await context.Users.AnyAsync(user => user.IsSample, cancellationToken)
        || await context.Products.AnyAsync(product => product.IsSample, cancellationToken);

    public static async Task<SampleRemoval> ReadAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        var people = (await context.Users.Where(user => user.IsSample).Select(user => user.Id).ToListAsync(cancellationToken))
            .Select(id => new UserId(id))
            .ToHashSet();
        var products = await context.Products.Where(product => product.IsSample).Select(product => product.Id).ToListAsync(cancellationToken);
        var assessments = await context.Assessments
            .Where(row => row.Product!.IsSample)
            .Select(row => new { row.Id, row.ProductId, row.StartedBy, row.SubmittedBy })
            .ToListAsync(cancellationToken);
        var made = assessments
            .Select(row => (row.Id, row.ProductId, Maker: new[] { row.StartedBy, row.SubmittedBy ?? row.StartedBy }.FirstOrDefault(person => !people.Contains(person))))
            .ToLookup(row => row.Maker != default);
        var kept = made[true].OrderBy(row => row.Id.Value).GroupBy(row => row.ProductId).ToDictionary(rows => rows.Key, rows => rows.First().Maker);
        return new SampleRemoval(
            new SampleContent(products.Count, made[false].Count(), people.Count, kept.Count, made[true].Count()),
            [.. made[false].Select(row => row.Id)],
            [.. products.Except(kept.Keys)],
            kept);
    }

    public async Task RunAsync(DeployRiskDbContext context, Moment done, CancellationToken cancellationToken)
    {
        // Products first, as whoever changes their members does: two that take rows in another order would wait for each other.
        await context.Products
            .Where(row => row.IsSample)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsSample, row => row.IsSample), cancellationToken);
        await context.Results.Where(row => _assessments.Contains(row.AssessmentId)).ExecuteDeleteAsync(cancellationToken);
        await context.Assessments.Where(row => _assessments.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await context.Products.Where(row => _products.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        ProductId[] kept = [.. _kept.Keys];
        await context.Products
            .Where(row => kept.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsSample, false), cancellationToken);
        await context.Users.Where(user => user.IsSample).ExecuteDeleteAsync(cancellationToken);
        await GiveOwnersAsync(context, kept, done, cancellationToken);
    }

    private async Task GiveOwnersAsync(DeployRiskDbContext context, ProductId[] kept, Moment done, CancellationToken cancellationToken)
    {
        var members = (await context.ProductMembers.Where(member => kept.Contains(member.ProductId)).ToListAsync(cancellationToken))
            .ToLookup(member => member.ProductId);
        foreach (var product in kept.Where(product => members[product].All(member => member.Role != ProductRole.Owner)))
        {
            var person = _kept[product].Value;
            var user = await context.Users.SingleAsync(user => user.Id == person, cancellationToken);
            if (members[product].SingleOrDefault(member => member.PersonId == person) is not { } member)
            {
                member = new ProductMemberRow { ProductId = product, PersonId = person, Role = ProductRole.Owner };
                context.ProductMembers.Add(member);
                context.NoteMember(product, done, user, null, ProductRole.Owner);
                continue;
            }

            context.NoteMember(product, done, user, member.Role, ProductRole.Owner);
            member.Role = ProductRole.Owner;
        }
    }
}
