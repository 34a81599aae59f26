using DeployRisk.Web.Shared.Localisation;
using DeployRisk.Web.Shared.Mail;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Asks for a link for a new password. The answer and its time are the same for every address: whether there is an account is found out after it.
/// </summary>
public sealed partial class ForgottenPage(ForgottenPasswords passwords, OutgoingMail mail, NavigationManager navigation)
{
    private bool _done;

    [SupplyParameterFromForm]
    private ForgottenForm Form { get; set; } = default!;

    protected override void OnInitialized()
    {
        Form ??= new ForgottenForm();
        if (!mail.IsOn)
        {
            navigation.NotFound();
        }
    }

    private void Ask()
    {
        passwords.Ask(Form.Email, CurrentLanguage.Get());
        _done = true;
    }
}
