using DeployRisk.Data.Stores.People;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared.Forms;
using DeployRisk.Web.Shared.Identity;
using DeployRisk.Web.Shared.Localisation;
using DeployRisk.Web.Shared.Mail;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.People;

/// <summary>Invites somebody: by mail where it is configured, else by a link that is shown once, to be sent by whatever way the organisation trusts.</summary>
public sealed partial class InvitePage(PeopleStore people, CurrentUser user, LinkDelivery links)
{
    private static readonly (string Tag, string Name)[] Languages =
        [(Language.English.ToTag(), "English"), (Language.French.ToTag(), "Français")];

    private FluentValidator<InviteForm>? _validator;
    private string? _link;
    private string? _email;
    private DateTimeOffset _until;
    private bool _mailed;
    private bool _mailFailed;
    private string? _fault;

    [SupplyParameterFromForm]
    private InviteForm Form { get; set; } = default!;

    /// <summary>The language that was chosen; where nobody chose, that of the page.</summary>
    private Language Chosen =>
        Enum.GetValues<Language>().Where(language => language.ToTag() == Form.Language).Append(CurrentLanguage.Get()).First();

    protected override void OnInitialized() => Form ??= new InviteForm { Language = CurrentLanguage.Get().ToTag() };

    private async Task InviteAsync()
    {
        var me = await user.GetAsync();
        switch (await people.InviteAsync(Form.Email, Form.Roles, me.Id))
        {
            case InviteOutcome.Invited invited:
                (_email, _until) = (Form.Email.Trim(), invited.ExpiresAt);
                Show(await links.InvitationAsync(invited, _email, Chosen, me, Form.ByHand));
                Form = new InviteForm { Language = Chosen.ToTag() };
                break;
            case InviteOutcome.HasAccount:
                _validator!.Add(nameof(InviteForm.Email), T["HasAccount"]);
                break;
            case InviteOutcome.NotAllowed:
                _fault = T.Refused(PeopleOutcome.NotAllowed);
                break;
        }
    }

    private void Show(Delivery delivery)
    {
        _mailed = delivery is Delivery.Mailed;
        if (delivery is Delivery.ByHand byHand)
        {
            (_link, _mailFailed) = (byHand.Link, byHand.MailFailed);
        }
    }
}
