using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace DeployRisk.Web.Features.Account;

/// <summary>Turns two-step sign-in on: the person shows that their authenticator has the secret, and gets recovery codes.</summary>
public sealed partial class SecondStepSetUpPage(
    AccountSecurity security, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> signIn, Confirmations confirmations, NavigationManager navigation)
{
    private const int PixelsPerModule = 4;

    private FluentValidator<SecondStepForm>? _validator;
    private ApplicationUser _user = null!;
    private IReadOnlyList<string>? _codes;
    private string _key = "";
    private string _picture = "";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private SecondStepForm Form { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SecondStepForm();
        if (await users.GetUserAsync(HttpContext.User) is not { } user)
        {
            // Whoever was deleted a moment ago has a session for up to a minute.
            await signIn.SignOutAsync();
            navigation.NavigateTo(AppUrls.SignInPage);
            return;
        }

        _user = user;
        if (_user.TwoFactorEnabled)
        {
            navigation.NavigateTo(AppUrls.Security);
            return;
        }

        if (!confirmations.Knows(_user))
        {
            navigation.NavigateTo(AppUrls.Confirm(AppUrls.SetUpSecondStep));
            return;
        }

        var key = await security.AuthenticatorKeyAsync(_user);
        _key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(four => new string(four)));
        _picture = Picture($"otpauth://totp/DeployRisk:{Uri.EscapeDataString(_user.Email ?? "")}?secret={key}&issuer=DeployRisk&digits=6");
    }

    private async Task TurnOnAsync()
    {
        _codes = await security.TurnOnAsync(_user, SecondStepForm.Digits(SecondStepForm.Plain(Form.Code)), HttpContext.RequestAborted);
        if (_codes is null)
        {
            _validator!.Add(nameof(SecondStepForm.Code), T["TwoStepWrong"]);
            return;
        }

        await signIn.RefreshSignInAsync(_user);
    }

    private static string Picture(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: false, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
