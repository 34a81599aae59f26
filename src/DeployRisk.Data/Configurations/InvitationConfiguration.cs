using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<InvitationRow>
{
    private const int MaxEmailLength = 256;
    private const int MaxRolesLength = 100;
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.TokenHash).HasMaxLength(HashLength);
        builder.Property(row => row.Email).HasMaxLength(MaxEmailLength);
        builder.Property(row => row.Roles).HasMaxLength(MaxRolesLength);
        builder.HasIndex(row => row.TokenHash).IsUnique();
    }
}
