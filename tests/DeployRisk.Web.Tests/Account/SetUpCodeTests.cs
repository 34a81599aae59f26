using DeployRisk.Data.Stores;
using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DeployRisk.Web.Tests.Account;

public sealed class SetUpCodeTests : IDisposable
{
    private readonly RunningApp _app = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Check_ManyWrongCodes_MakeEvenTheRightOneWait()
    {
        var code = new SetUpCode(new SetUpState(_app.Services.GetRequiredService<OrganisationStore>()), _clock);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(SetUpCodeCheck.Wrong, code.Check("AAAAA-AAAAA"));
        }

        Assert.Equal(SetUpCodeCheck.TooManyTries, code.Check(code.Shown));
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(SetUpCodeCheck.Right, code.Check(code.Shown));
    }

    [Fact]
    public async Task Announce_WhenSetUp_SaysNothing()
    {
        await _app.SetUpAsync();
        var console = new StringWriter();

        await _app.Services.GetRequiredService<SetUpCode>().AnnounceAsync(console, "http://localhost:5080");

        Assert.Empty(console.ToString());
    }
}
