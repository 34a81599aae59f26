using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Assessments;
using DeployRisk.Web.Features.Account;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Mail;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.People;

/// <summary>One account: its roles, and whether it may be used.</summary>
public sealed partial class PersonPage(
    PeopleStore people, PasswordLinks passwords, LinkDelivery links, CurrentUser user, SignInWays ways, NavigationManager navigation)
{
    private PersonAccount? _person;
    private string? _fault;
    private Delivery? _delivery;
    private bool _isSelf;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromForm(FormName = "roles")]
    private RolesForm? Form { get; set; }

    [SupplyParameterFromQuery]
    private bool Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var me = (await user.GetAsync()).Id;
        _isSelf = me.Value == Id;
        _person = (await people.ListAsync(me)).FirstOrDefault(person => person.Id.Value == Id);
        if (_person is null)
        {
            navigation.NotFound();
            return;
        }

        if (Form is null)
        {
            Form = new RolesForm();
            Form.Tick(_person.Roles);
        }
    }

    private Task ChangeRolesAsync() => ChangeAsync(by => people.ChangeRolesAsync(new UserId(Id), Form!.Roles, by));

    private async Task MakePasswordLinkAsync(bool byHand)
    {
        var me = await user.GetAsync();
        if (await passwords.MakeAsync(new UserId(Id), me.Id) is { } made)
        {
            _delivery = await links.NewPasswordAsync(made, me, byHand);
        }
        else
        {
            _fault = T.Refused(PeopleOutcome.NotAllowed);
        }
    }

    private Task ResetSecondFactorAsync() => ChangeAsync(by => people.ResetSecondFactorAsync(new UserId(Id), by));

    private Task DisableAsync() => ChangeAsync(by => people.DisableAsync(new UserId(Id), by));

    private Task EnableAsync() => ChangeAsync(by => people.EnableAsync(new UserId(Id), by));

    private async Task ChangeAsync(Func<UserId, Task<PeopleOutcome>> change)
    {
        var outcome = await change((await user.GetAsync()).Id);
        if (outcome == PeopleOutcome.Done)
        {
            navigation.NavigateTo($"{AppUrls.Person(new UserId(Id))}?done=true");
        }
        else
        {
            _fault = T.Refused(outcome);
        }
    }
}
