using System.Net;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Results;

public sealed class WithdrawalTests : IAsyncLifetime
{
    private readonly SeededApp _seeded = new();
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        var product = await _seeded.ProductAsync("Payments API");
        _address = AppUrls.Result((await _seeded.SubmittedAsync(product, "1.0.0", level: 3)).Assessment.Id);
    }

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Withdraw_WithinTheHour_StaysVisibleAsWithdrawn()
    {
        var done = await _seeded.Visitor.SubmitAsync(_address, ".withdraw form", new Dictionary<string, string>());

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var page = await _seeded.Visitor.ReadAsync(_address);
        Assert.Contains("Withdrawn by", page.QuerySelector("header [role=status]").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".withdraw"));
        Assert.Contains("Withdrawn", (await _seeded.Visitor.ReadAsync("/products/payments-api")).QuerySelector(".history").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WithinTheHour_SaysHowLongItIsPossible()
    {
        _seeded.App.Clock.Advance(TimeSpan.FromMinutes(20));

        var page = await _seeded.Visitor.ReadAsync(_address);

        Assert.Contains("40 min from now", page.QuerySelector(".withdraw").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_AfterTheHour_IsNotOffered()
    {
        _seeded.App.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Null((await _seeded.Visitor.ReadAsync(_address)).QuerySelector(".withdraw"));
    }

    [Fact]
    public async Task Withdraw_FromAPageThatIsAnHourOld_SaysThatItIsTooLate()
    {
        var page = await _seeded.Visitor.ReadAsync(_address);
        var fields = page.QuerySelectorAll(".withdraw form input[type=hidden]")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        _seeded.App.Clock.Advance(TimeSpan.FromMinutes(61));

        var late = await Visitor.DocumentAsync(await _seeded.Visitor.PostAsync(_address, fields));

        Assert.Contains("could not be withdrawn", late.Body.Words(), StringComparison.Ordinal);
        Assert.StartsWith("Go", late.QuerySelector("h1").Words(), StringComparison.Ordinal);
    }
}
