using DeployRisk.Data.Auditing;
using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("AuditTrail");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Details).HasMaxLength(AuditRow.MaxDetailsLength);
        builder.Property(row => row.Origin).HasMaxLength(AuditRow.MaxOriginLength);
        builder.Property(row => row.Hash).HasMaxLength(AuditChain.HashLength);
        builder.HasIndex(row => row.Sequence).IsUnique();
        builder.HasIndex(row => row.At);

        // The page filters by one of these, the latest first.
        builder.HasIndex(row => new { row.SubjectId, row.Sequence });
        builder.HasIndex(row => new { row.By, row.Sequence });
        builder.HasIndex(row => new { row.Product, row.Sequence });
        builder.HasIndex(row => new { row.Action, row.Sequence });
    }
}
