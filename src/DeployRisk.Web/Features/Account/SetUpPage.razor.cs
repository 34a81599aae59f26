using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores;
using DeployRisk.Domain;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Forms;
using DeployRisk.Web.Shared.Localisation;
using DeployRisk.Web.Shared.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>The first start: the organisation and its first administrator. Open only until somebody has an account.</summary>
public sealed partial class SetUpPage(
    SetUpState state, SetUpCode code, FirstSetUp firstSetUp, SignInManager<ApplicationUser> signIn, NavigationManager navigation)
{
    private static readonly (string Tag, string Name)[] Languages =
        [(Language.English.ToTag(), "English"), (Language.French.ToTag(), "Français")];

    private FluentValidator<SetUpForm>? _validator;
    private string? _fault;
    private bool _needsCode;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm]
    private SetUpForm Form { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SetUpForm { Language = CurrentLanguage.Get().ToTag() };
        if (await state.IsDoneAsync(HttpContext.RequestAborted))
        {
            navigation.NavigateTo(HttpContext.User.Identity is { IsAuthenticated: true } ? AppUrls.Home : AppUrls.SignInPage);
        }

        _needsCode = !SetUpVisitor.IsAtThisMachine(HttpContext);
    }

    private void Refused() => _fault = T["FormFaults"];

    private async Task SetUpAsync()
    {
        if (_needsCode && !CodeIsRight())
        {
            Refused();
            return;
        }

        var language = Form.Language == "fr" ? Language.French : Language.English;
        var administrator = new ApplicationUser
        {
            UserName = Form.Email.Trim(),
            Email = Form.Email.Trim(),
            DisplayName = PlainText.Of(Form.Name).Trim(),
            Language = language,
        };
        switch (await firstSetUp.RunAsync(PlainText.Of(Form.Organisation), language, administrator, Form.Password, Form.AddSample, HttpContext.RequestAborted))
        {
            case SetUpOutcome.Done:
                await signIn.SignInAsync(administrator, isPersistent: true);
                HttpContext.RememberLanguage(language);
                navigation.NavigateTo(AppUrls.Home);
                break;
            case SetUpOutcome.AlreadySetUp:
                navigation.NavigateTo(AppUrls.SignInPage);
                break;
            case SetUpOutcome.AccountRefused refused:
                _fault = string.Join(" ", refused.Errors.Select(error => error.Description));
                break;
        }
    }

    private bool CodeIsRight()
    {
        var check = code.Check(Form.Code);
        if (check != SetUpCodeCheck.Right)
        {
            _validator!.Add(nameof(SetUpForm.Code), check == SetUpCodeCheck.Wrong ? T["CodeWrong"] : T["CodeTooManyTries"]);
        }

        return check == SetUpCodeCheck.Right;
    }
}
