using DeployRisk.Data.Identity;
using DeployRisk.Data.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class ProductMemberConfiguration : IEntityTypeConfiguration<ProductMemberRow>
{
    public void Configure(EntityTypeBuilder<ProductMemberRow> builder)
    {
        builder.ToTable("ProductMembers");
        builder.HasKey(row => new { row.ProductId, row.PersonId });
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<ProductRow>().WithMany(product => product.Members).HasForeignKey(row => row.ProductId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ApplicationUser>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
