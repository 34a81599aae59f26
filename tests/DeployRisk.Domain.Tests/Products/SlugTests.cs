using DeployRisk.Domain.Products;

namespace DeployRisk.Domain.Tests.Products;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Payments API", "payments-api")]
    [InlineData("  Payments -- API!  ", "payments-api")]
    [InlineData("Paiement éclair", "paiement-eclair")]
    [InlineData("Cœur de métier", "coeur-de-metier")]
    [InlineData("L’appli d'Ada", "lappli-dada")]
    [InlineData("Straße 7", "strasse-7")]
    [InlineData("v2.0_beta", "v2-0-beta")]
    [InlineData("支付 API", "支付-api")]
    [InlineData("Й", "й")]
    [InlineData("日本が", "日本が")]
    [InlineData("🚀", "product")]
    [InlineData("---", "product")]
    public void Name_GivesAReadableSlug(string name, string expected) => Assert.Equal(expected, Slug.For(name, _ => false).Value);

    [Fact]
    public void TakenSlug_GetsANumber()
    {
        var taken = new HashSet<string> { "shop", "shop-2" };

        Assert.Equal("shop-3", Slug.For("Shop", taken.Contains).Value);
    }

    [Fact]
    public void PageOfItsOwn_IsNeverASlug() => Assert.Equal("new-2", Slug.For("New", _ => false).Value);

    [Fact]
    public void LongName_IsCutWithRoomForANumber()
    {
        var name = new string('a', 40) + " " + string.Concat(Enumerable.Repeat("𝒳", 50));
        var taken = new HashSet<string>();
        for (var product = 0; product < 20; product++)
        {
            var slug = Slug.For(name, taken.Contains).Value;

            Assert.InRange(slug.Length, 1, Slug.MaxLength);
            Assert.True(taken.Add(slug));
            Assert.DoesNotContain(slug, letter => char.IsSurrogate(letter) && slug.EndsWith(letter) && char.IsHighSurrogate(letter));
        }
    }
}
