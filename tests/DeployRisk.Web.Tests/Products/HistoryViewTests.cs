using DeployRisk.Web.Features.Products;

namespace DeployRisk.Web.Tests.Products;

public sealed class HistoryViewTests
{
    [Theory]
    [InlineData("?from=2026-03-01&to=2026-05-31&page=3", "2026-03-01", "2026-05-31", "3")]
    [InlineData("?from=2026-03-01", "2026-03-01", null, null)]
    [InlineData("?from=2026-03-01&to=2026-05-31", "2026-05-31", "2026-03-01", "1")]
    [InlineData("", null, "", "-2")]
    [InlineData("", "yesterday", "31/05/2026", "two")]
    [InlineData("", "0001-01-01", "9999-12-31", "99999999999")]
    public void Read_WhatAnAddressSays_IsWrittenAgainWithoutWhatIsNotKnown(string expected, string? from, string? to, string? page) =>
        Assert.Equal("/products/x" + expected, HistoryView.Read(from, to, page).Href("/products/x"));

    [Fact]
    public void Everything_IsThePlainAddress()
    {
        Assert.False(HistoryView.Everything.IsLimited);
        Assert.Equal("/products/x", HistoryView.Everything.Href("/products/x"));
    }
}
