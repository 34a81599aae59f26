using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class OtherRisksConfiguration : IEntityTypeConfiguration<OtherRisksRow>
{
    public void Configure(EntityTypeBuilder<OtherRisksRow> builder)
    {
        builder.ToTable("OtherRisks");
        builder.HasKey(row => new { row.AssessmentId, row.CategoryId });
        builder.Property(row => row.CategoryId).HasMaxLength(CategoryResultRow.MaxCategoryIdLength);
        builder.Property(row => row.Text).HasMaxLength(OtherRisks.MaxLength);
    }
}
