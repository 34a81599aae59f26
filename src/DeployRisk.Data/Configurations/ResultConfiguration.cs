using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class ResultConfiguration : IEntityTypeConfiguration<ResultRow>
{
    public void Configure(EntityTypeBuilder<ResultRow> builder)
    {
        builder.ToTable("Results");
        builder.HasKey(row => row.AssessmentId);
        builder.Property(row => row.QuestionnaireVersion).HasMaxLength(ResultRow.MaxVersionLength);
        builder.Property(row => row.QuestionnaireHash).HasMaxLength(ResultRow.HashLength);
        builder.Ignore(row => row.Lines);
        builder.HasMany(row => row.Categories).WithOne().HasForeignKey(row => row.AssessmentId);
    }
}
