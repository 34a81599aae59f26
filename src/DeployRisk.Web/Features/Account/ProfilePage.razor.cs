using DeployRisk.Data.Identity;
using DeployRisk.Data.Stores.People;
using DeployRisk.Domain;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Web.Features.Account;

/// <summary>What others see of oneself, how one sees the pages, and what is kept about oneself.</summary>
public sealed partial class ProfilePage(
    ProfileStore profiles, UserManager<ApplicationUser> users, SignInManager<ApplicationUser> signIn, NavigationManager navigation)
{
    private ApplicationUser? _user;
    private string? _fault;
    private bool _isShared;
    private Theme _theme;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "name")]
    private ProfileForm Form { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "display")]
    private string? Language { get; set; }

    [SupplyParameterFromForm(FormName = "display")]
    private string? Theme { get; set; }

    [SupplyParameterFromQuery]
    private string? Saved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _theme = ReaderPreferences.Of(HttpContext.Request).Theme;
        var isSent = Form is not null;
        Form ??= new ProfileForm();
        _user = await users.GetUserAsync(HttpContext.User);

        // Whoever was deleted a moment ago has a session for up to a minute, and nothing to look at.
        _isShared = _user is not { IsSample: false };
        Form.Name = isSent ? Form.Name : _user?.DisplayName ?? "";
    }

    private async Task RenameAsync()
    {
        if (_user is null || await profiles.RenameAsync(Form.Name, _user.UserId, HttpContext.RequestAborted) != PeopleOutcome.Done)
        {
            _fault = T["ProfileRefused"];
            return;
        }

        // The session holds the name, and this account was read before it changed. Other sessions take it within a minute.
        _user.DisplayName = PlainText.Of(Form.Name).Trim();
        await signIn.RefreshSignInAsync(_user);
        navigation.NavigateTo($"{AppUrls.Profile}?saved=name");
    }

    private void Remember()
    {
        HttpContext.RememberLanguage(Language == "fr" ? Domain.Questionnaires.Language.French : Domain.Questionnaires.Language.English);
        HttpContext.RememberTheme(Themes.FromToken(Theme));
        navigation.NavigateTo($"{AppUrls.Profile}?saved=display");
    }
}
