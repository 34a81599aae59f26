using DeployRisk.Data.Stores.People;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Account;

/// <summary>Where the link for a new password leads. The person signs in with it afterwards, with both steps if the account has two.</summary>
public sealed partial class NewPasswordPage(PasswordLinks links)
{
    private string? _email;
    private string? _fault;
    private bool _done;

    [Parameter]
    public string Secret { get; set; } = "";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private NewPasswordForm Form { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new NewPasswordForm();
        _email = await links.EmailOfAsync(Secret);
    }

    private async Task SetAsync()
    {
        switch (await links.UseAsync(Secret, Form.Password, HttpContext.RequestAborted))
        {
            case { Succeeded: true }:
                _done = true;
                break;
            case { } refused:
                _fault = string.Join(" ", refused.Errors.Select(error => error.Description));
                break;
            default:
                _email = null;
                break;
        }
    }
}
