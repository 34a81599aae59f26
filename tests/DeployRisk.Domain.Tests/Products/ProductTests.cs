using DeployRisk.Domain.Products;

namespace DeployRisk.Domain.Tests.Products;

public sealed class ProductTests
{
    private static readonly ProductId Id = ProductId.New(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Texts_AreTrimmed()
    {
        var product = new Product(Id, " Shop ", Slug.FromStored("shop"), " Sells ");

        Assert.Equal("Shop", product.Name);
        Assert.Equal("Sells", product.Description);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void EmptyName_Throws(string name) =>
        Assert.Throws<ArgumentException>(() => new Product(Id, name, Slug.FromStored("shop"), ""));

    [Fact]
    public void TextsOverTheLimit_Throw()
    {
        var product = new Product(Id, new string('n', Product.MaxNameLength), Slug.FromStored("shop"), new string('d', Product.MaxDescriptionLength));

        Assert.Throws<ArgumentException>(() => product.Rename(new string('n', Product.MaxNameLength + 1), ""));
        Assert.Throws<ArgumentException>(() => product.Rename("n", new string('d', Product.MaxDescriptionLength + 1)));
    }

    [Fact]
    public void Renamed_KeepsIdAndSlug()
    {
        var product = new Product(Id, "Shop", Slug.FromStored("shop"), "");

        Assert.Equal(new Product(Id, "Store", Slug.FromStored("shop"), "Sells"), product.Rename("Store", "Sells"));
    }

    [Fact]
    public void Keys_IgnoreCaseSpacesAndEncoding() => Assert.Equal(Product.KeyOf(" éclair"), Product.KeyOf("E\u0301CLAIR "));

    [Fact]
    public void Ids_SortByTime()
    {
        var first = ProductId.New(DateTimeOffset.UnixEpoch);
        var second = ProductId.New(DateTimeOffset.UnixEpoch.AddMilliseconds(1));

        Assert.True(first.Value.CompareTo(second.Value) < 0);
    }
}
