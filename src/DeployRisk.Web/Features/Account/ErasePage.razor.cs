using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>Deletes one's own account, once one has read what that means and shown that it is oneself.</summary>
public sealed partial class ErasePage(ErasureStore erasures, UserManager<ApplicationUser> users, RecordedSignIns signIn, NavigationManager navigation)
{
    private ApplicationUser? _user;
    private Erasure? _erasure;
    private FluentValidator<EraseForm>? _validator;
    private bool _hasPassword;
    private string? _fault;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private EraseForm Form { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new EraseForm();
        _user = await users.GetUserAsync(HttpContext.User);
        _hasPassword = _user?.PasswordHash is not null;
        _erasure = _user is null ? null : await erasures.FindAsync(_user.UserId, _user.UserId, HttpContext.RequestAborted);
    }

    private async Task EraseAsync()
    {
        if (_user is null || await signIn.IsLockedHereAsync(_user))
        {
            _fault = T["EraseRefused"];
            return;
        }

        if (!await IsConfirmedAsync(_user))
        {
            return;
        }

        switch (await erasures.EraseAsync(_user.UserId, _user.UserId, HttpContext.RequestAborted))
        {
            case EraseOutcome.Erased or EraseOutcome.Missing:
                await signIn.LeaveAsync();
                navigation.NavigateTo($"{AppUrls.SignInPage}?erased=true");
                break;
            case EraseOutcome.Refused refused:
                _erasure = refused.Why;
                break;
            default:
                _fault = T["EraseRefused"];
                break;
        }
    }

    private async Task<bool> IsConfirmedAsync(ApplicationUser user)
    {
        if (!_hasPassword)
        {
            var isRight = string.Equals(Form.Email.Trim(), user.Email, StringComparison.OrdinalIgnoreCase);
            if (!isRight)
            {
                _validator!.Add(nameof(EraseForm.Email), T["EraseEmailWrong"]);
            }

            return isRight;
        }

        if (await signIn.IsPasswordAsync(user, Form.Password))
        {
            return true;
        }

        _validator!.Add(nameof(EraseForm.Password), T["PasswordWrong"]);
        return false;
    }
}
