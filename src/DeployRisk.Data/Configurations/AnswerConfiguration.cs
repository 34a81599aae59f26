using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<AnswerRow>
{
    public void Configure(EntityTypeBuilder<AnswerRow> builder)
    {
        builder.ToTable("Answers");
        builder.HasKey(row => new { row.AssessmentId, row.QuestionId });
        builder.Property(row => row.QuestionId).HasMaxLength(AnswerRow.MaxQuestionIdLength);
        builder.Property(row => row.Reason).HasMaxLength(Answer.NotApplicable.MaxReasonLength);
        builder.Property(row => row.Note).HasMaxLength(AnswerEntry.MaxNoteLength);
    }
}
