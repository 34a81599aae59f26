using Bunit;
using DeployRisk.Data.Changes;
using DeployRisk.Data.Stores.Access;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Assess;
using DeployRisk.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Assess;

/// <summary>One reader's page when what they may do with the product changes.</summary>
public sealed class MembershipTogetherTests : TogetherContext
{
    [Fact]
    public async Task MemberTakenOutAndPutBack_FindsThePageEnded_WithNobodyOnIt()
    {
        var (page, id, bob) = await OpenAsync();
        var owner = await Database.StrangerAsync("Olga", OrganisationRole.Administrator);
        await Database.Members.RestrictAsync(Product.Id, restricted: true, owner, Stop);
        await Database.Members.SetAsync(Product.Id, bob, ProductRole.Owner, owner, Stop);
        var feed = Services.GetRequiredService<ChangeFeed>();
        feed.Publish(Presence.Of(id), new Presence.Here(Guid.NewGuid(), bob, "Bob", "availability", "AVA-1", Asks: false));
        await page.WaitForStateAsync(() => page.FindAll(".together").Count == 1, Soon);

        Assert.Equal(MemberOutcome.Done, await Database.Members.RemoveAsync(Product.Id, Me, owner, Stop));
        await page.WaitForStateAsync(() => page.FindAll(".final").Count == 1, Soon);
        Assert.Equal(MemberOutcome.Done, await Database.Members.SetAsync(Product.Id, Me, ProductRole.Contributor, owner, Stop));
        feed.Publish(Presence.Of(id), new Presence.Here(Guid.NewGuid(), bob, "Bob", "availability", "AVA-2", Asks: false));
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(4), bob, Stop);

        await Patience.UntilAsync(() => page.FindAll(".together").Count == 0);
        Assert.Contains("You can no longer open this draft", page.Find(".final").Words(), StringComparison.Ordinal);
        Assert.True(Question(page, "AVA-1").QuerySelector("fieldset")!.HasAttribute("disabled"));
        Assert.False(Choice(page, "AVA-1", "4").HasAttribute("checked"));
    }

    [Fact]
    public async Task MadeAReader_SeesWhatOthersAnswer_AndAnswersNothing()
    {
        var (page, id, bob) = await OpenAsync();
        var owner = await Database.StrangerAsync("Olga", OrganisationRole.Administrator);
        await Database.Members.SetAsync(Product.Id, bob, ProductRole.Owner, owner, Stop);

        Assert.Equal(MemberOutcome.Done, await Database.Members.SetAsync(Product.Id, Me, ProductRole.Viewer, owner, Stop));
        await page.WaitForStateAsync(() => page.FindAll(".final").Count == 1, Soon);
        await Database.Assessments.AnswerAsync(id, "AVA-1", new Answer.AtLevel(4), bob, Stop);

        await page.WaitForStateAsync(() => Choice(page, "AVA-1", "4").HasAttribute("checked"), Soon);
        Assert.True(Question(page, "AVA-1").QuerySelector("fieldset")!.HasAttribute("disabled"));
    }
}
