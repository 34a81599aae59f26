using DeployRisk.Data.Auditing;
using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHeadRow>
{
    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable("AuditHead");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Hash).HasMaxLength(AuditChain.HashLength);
        builder.HasData(new AuditHeadRow { Id = AuditHeadRow.OnlyId, Sequence = 0, Hash = new byte[AuditChain.HashLength] });
    }
}
