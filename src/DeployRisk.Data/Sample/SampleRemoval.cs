using DeployRisk.Data.Auditing;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data.Sample;

/// <summary>
/// What goes when the sample organisation goes. An assessment that somebody else started or submitted stays, and its
/// product with it, which is no longer marked then and has an owner of its own: if it would be left without one,
/// its member with the highest role, or else whoever removes the sample.
/// </summary>
internal sealed class SampleRemoval
{
    private readonly IReadOnlyList<AssessmentId> _assessments;
    private readonly IReadOnlyList<ProductId> _products;
    private readonly IReadOnlyList<ProductId> _kept;

    private SampleRemoval(SampleContent content, IReadOnlyList<AssessmentId> assessments, IReadOnlyList<ProductId> products, IReadOnlyList<ProductId> kept)
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
            .ToLookup(row => !people.Contains(row.StartedBy) || (row.SubmittedBy is { } submitter && !people.Contains(submitter)));
        ProductId[] kept = [.. made[true].Select(row => row.ProductId).Distinct()];
        return new SampleRemoval(
            new SampleContent(products.Count, made[false].Count(), people.Count, kept.Length, made[true].Count()),
            [.. made[false].Select(row => row.Id)],
            [.. products.Except(kept)],
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
        await context.Products
            .Where(row => _kept.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsSample, false), cancellationToken);
        await context.Users.Where(user => user.IsSample).ExecuteDeleteAsync(cancellationToken);
        await GiveOwnersAsync(context, done, cancellationToken);
    }

    private async Task GiveOwnersAsync(DeployRiskDbContext context, Moment done, CancellationToken cancellationToken)
    {
        var members = (await context.ProductMembers
                .Where(member => _kept.Contains(member.ProductId))
                .Join(context.Users.Where(user => user.DisabledAt == null), member => member.PersonId, user => user.Id, (member, user) => new { Member = member, User = user })
                .ToListAsync(cancellationToken))
            .ToLookup(found => found.Member.ProductId);
        foreach (var product in _kept.Where(product => members[product].All(found => found.Member.Role != ProductRole.Owner)))
        {
            if (members[product].MaxBy(found => found.Member.Role) is { } highest)
            {
                context.NoteMember(product, done, highest.User, highest.Member.Role, ProductRole.Owner);
                highest.Member.Role = ProductRole.Owner;
            }
            else
            {
                var remover = await context.Users.SingleAsync(user => user.Id == done.By.Value, cancellationToken);
                context.ProductMembers.Add(new ProductMemberRow { ProductId = product, PersonId = remover.Id, Role = ProductRole.Owner });
                context.NoteMember(product, done, remover, null, ProductRole.Owner);
            }
        }
    }
}
