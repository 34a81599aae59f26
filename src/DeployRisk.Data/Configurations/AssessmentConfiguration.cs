using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<AssessmentRow>
{
    public void Configure(EntityTypeBuilder<AssessmentRow> builder)
    {
        builder.ToTable("Assessments");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.QuestionnaireId).HasMaxLength(AssessmentRow.MaxQuestionnaireIdLength);
        builder.Property(row => row.ReleaseName).HasMaxLength(Release.MaxNameLength);
        builder.Property(row => row.CopiedFromRelease).HasMaxLength(Release.MaxNameLength);
        builder.HasOne(row => row.Product).WithMany().HasForeignKey(row => row.ProductId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Result).WithOne().HasForeignKey<ResultRow>(row => row.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Answers).WithOne().HasForeignKey(row => row.AssessmentId);
        builder.HasMany(row => row.OtherRisks).WithOne().HasForeignKey(row => row.AssessmentId);
        builder.HasIndex(row => new { row.ProductId, row.State, row.SubmittedAt });
        builder.HasIndex(row => new { row.ProductId, row.SubmittedAt, row.Id });
        builder.HasIndex(row => new { row.State, row.SubmittedAt });
    }
}
