using DeployRisk.Data.Tables;
using DeployRisk.Domain.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DeployRisk.Data.Configurations;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<ProductRow>
{
    public void Configure(EntityTypeBuilder<ProductRow> builder)
    {
        builder.ToTable("Products");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(Product.MaxNameLength);
        builder.Property(row => row.NameKey).HasMaxLength(ProductRow.MaxNameKeyLength);
        builder.Property(row => row.Slug).HasMaxLength(Slug.MaxLength);
        builder.Property(row => row.Description).HasMaxLength(Product.MaxDescriptionLength);
        builder.HasIndex(row => row.NameKey).IsUnique();
        builder.HasIndex(row => row.Slug).IsUnique();
    }
}
