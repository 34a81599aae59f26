using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>The second step of signing in, for a few minutes after the right password: a code of the authenticator, or a recovery code.</summary>
public sealed partial class SecondStepPage(RecordedSignIns signIn, SecondStepTries tries, SignInRecords records, NavigationManager navigation)
{
    private string? _fault;

    [SupplyParameterFromForm]
    private SecondStepForm Form { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private bool Remember { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SecondStepForm();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            navigation.NavigateTo(AppUrls.SignIn(ReturnUrl));
        }
    }

    private async Task SignInAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            navigation.NavigateTo(AppUrls.SignIn(ReturnUrl));
            return;
        }

        if (!await signIn.CanSignInAsync(user) || !tries.TryTake(user.Id))
        {
            _fault = T["SecondStepWaits"];
            return;
        }

        var code = SecondStepForm.Plain(Form.Code);
        var result = SecondStepForm.IsOfAnAuthenticator(code)
            ? await WithAuthenticatorAsync(user.Id, SecondStepForm.Digits(code))
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded)
        {
            tries.Succeeded(user.Id);
            navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
            return;
        }

        await records.RefusedAsync(user.UserId);
        _fault = T["TwoStepWrong"];
    }

    private async Task<SignInResult> WithAuthenticatorAsync(Guid account, string code) => tries.Use(account, code)
        ? await signIn.TwoFactorAuthenticatorSignInAsync(code, Remember, rememberClient: false)
        : SignInResult.Failed;
}
