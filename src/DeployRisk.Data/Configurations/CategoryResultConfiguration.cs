using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class CategoryResultConfiguration : IEntityTypeConfiguration<CategoryResultRow>
{
    public void Configure(EntityTypeBuilder<CategoryResultRow> builder)
    {
        builder.ToTable("CategoryResults");
        builder.HasKey(row => new { row.AssessmentId, row.CategoryId });
        builder.Property(row => row.CategoryId).HasMaxLength(CategoryResultRow.MaxCategoryIdLength);
    }
}
