using DeployRisk.Data.Auditing;
using DeployRisk.Data.Converters;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Data;

/// <summary>The one model of both databases; each has an empty context of its own below this one, with its migrations.</summary>
public abstract class DeployRiskDbContext(DbContextOptions options)
    : IdentityDbContext<ApplicationUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    private const int MaxEnumLength = 30;

    /// <summary>The keys that protect cookies and links.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<OrganisationRow> Organisation => Set<OrganisationRow>();

    internal DbSet<ProductRow> Products => Set<ProductRow>();

    internal DbSet<ProductMemberRow> ProductMembers => Set<ProductMemberRow>();

    internal DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();

    internal DbSet<AnswerRow> Answers => Set<AnswerRow>();

    internal DbSet<OtherRisksRow> OtherRisks => Set<OtherRisksRow>();

    internal DbSet<ResultRow> Results => Set<ResultRow>();

    internal DbSet<CategoryResultRow> CategoryResults => Set<CategoryResultRow>();

    internal DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<AuditHeadRow> AuditHead => Set<AuditHeadRow>();

    /// <summary>Records of the audit trail are chained as they are written, in the transaction of what they tell.</summary>
    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (AuditChain.TakeNew(this) is not { Count: > 0 } records)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        int written;
        try
        {
            written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            // Whoever tries again with this context writes them then.
            Audit.AddRange(records);
            throw;
        }

        await AuditChain.AppendAsync(this, records, cancellationToken);
        written += await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return written;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DeployRiskDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<ReleaseContext>().HaveConversion<ContextJson>();
        StoreByName<AssessmentState>(configurationBuilder);
        StoreByName<AssessmentForm>(configurationBuilder);
        StoreByName<Verdict>(configurationBuilder);
        StoreByName<Language>(configurationBuilder);
        StoreByName<AuditAction>(configurationBuilder);
        StoreByName<ProductRole>(configurationBuilder);
        StoreByName<AuditSubject>(configurationBuilder);
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
            configurationBuilder.Properties<ProductId>().HaveConversion<ProductIdBytes>();
            configurationBuilder.Properties<AssessmentId>().HaveConversion<AssessmentIdBytes>();
            configurationBuilder.Properties<UserId>().HaveConversion<UserIdBytes>();
        }
        else
        {
            configurationBuilder.Properties<ProductId>().HaveConversion<ProductIdGuid>();
            configurationBuilder.Properties<AssessmentId>().HaveConversion<AssessmentIdGuid>();
            configurationBuilder.Properties<UserId>().HaveConversion<UserIdGuid>();
        }
    }

    /// <summary>Names in the database survive a new order of the enum's members.</summary>
    private static void StoreByName<TEnum>(ModelConfigurationBuilder configuration)
        where TEnum : struct, Enum =>
        configuration.Properties<TEnum>().HaveConversion<string>().HaveMaxLength(MaxEnumLength);
}
