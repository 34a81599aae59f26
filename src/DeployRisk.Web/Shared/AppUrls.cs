using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Shared;

/// <summary>Every address of the application, in one place.</summary>
public static class AppUrls
{
    public const string Home = "/";
    public const string Products = "/products";
    public const string NewProduct = Products + "/new";
    public const string Sample = "/sample";
    public const string SetUp = "/setup";
    public const string SignInPage = "/account/sign-in";
    public const string DemoSignIn = "/account/demo";
    public const string SignOut = "/account/sign-out";
    public const string Profile = "/account/profile";
    public const string OwnData = Profile + "/data";
    public const string Erase = "/account/delete";
    public const string ChangePassword = "/account/password";
    public const string ConfirmPage = "/account/confirm";
    public const string Security = "/account/security";
    public const string SetUpSecondStep = "/account/two-step";
    public const string PasskeyOptions = "/account/passkeys/options";
    public const string NewPasskeyOptions = "/account/passkeys/new";
    public const string SecondStep = SignInPage + "/second-step";
    public const string ProviderSignInPath = SignInPage + "/provider";
    public const string ProviderCallback = ProviderSignInPath + "/callback";
    public const string ProviderRefusedPage = SignInPage + "/refused";
    public const string ProviderSignOut = SignOut + "/provider";
    public const string ProviderSignedOut = ProviderSignOut + "/callback";
    public const string ForgottenPassword = "/account/forgotten";
    public const string AccessDenied = "/account/access-denied";
    public const string People = "/admin/people";
    public const string Invite = People + "/invite";
    public const string ProductAccess = "/admin/products";
    public const string Audit = "/admin/audit";
    public const string AuditExport = Audit + "/export";
    public const string AuditHead = Audit + "/head";
    public const string DownloadPattern = "/assessments/{id:guid}/download";
    public const string SetLanguage = "/preferences/language";
    public const string SetTheme = "/preferences/theme";
    public const string Error = "/error";
    public const string NotFound = "/not-found";
    public const string Questionnaires = "/questionnaires";

    /// <summary>Where live pages are connected; the framework's own address.</summary>
    public const string Circuits = "/_blazor";

    public const string HealthLive = "/health/live";
    public const string HealthReady = "/health/ready";

    /// <summary>The sign-in page, after somebody whom the organisation's provider signed in has signed out here.</summary>
    public const string SignedOut = SignInPage + "?signedOut=true";

    /// <summary>The questionnaire that comes with the application.</summary>
    public const string BuiltInQuestionnaire = Questionnaires + "/deployment-readiness";

    /// <summary>Where somebody shows that it is them, before they go on to a page that changes how they sign in.</summary>
    public static string Confirm(string returnUrl) => $"{ConfirmPage}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string Person(UserId id) => $"{People}/{id.Value}";

    /// <summary>Where an administrator deletes somebody's account.</summary>
    public static string ErasePerson(UserId id) => $"{Person(id)}/delete";

    /// <summary>Where the link of an invitation leads.</summary>
    public static string Invitation(string token) => $"/account/invitation/{Escape(token)}";

    /// <summary>Where the link for a new password leads.</summary>
    public static string NewPassword(string secret) => $"/account/new-password/{Escape(secret)}";

    public static string Product(string slug) => $"{Products}/{Escape(slug)}";

    public static string EditProduct(string slug) => $"{Product(slug)}/edit";

    public static string Members(string slug) => $"{Product(slug)}/members";

    public static string NewAssessment(string slug) => $"{Product(slug)}/assessments/new";

    public static string Assessment(AssessmentId id) => $"/assessments/{id}";

    /// <summary>One category of a questionnaire being answered, at one of its questions if there is one.</summary>
    public static string Assessment(AssessmentId id, string categoryId, string? questionId = null) =>
        $"{Assessment(id)}?category={Escape(categoryId)}{(questionId is null ? "" : $"#{Escape(questionId)}")}";

    public static string Release(AssessmentId id) => $"{Assessment(id)}/release";

    public static string Review(AssessmentId id) => $"{Assessment(id)}/review";

    public static string Result(AssessmentId id) => $"{Assessment(id)}/result";

    /// <summary>The assessment as a file that the command reads.</summary>
    public static string Download(AssessmentId id) => $"{Assessment(id)}/download";

    /// <summary>The printable report.</summary>
    public static string Report(AssessmentId id) => $"{Assessment(id)}/report";

    /// <summary>
    /// A result with other answers tried, written as <see cref="Domain.Scoring.WhatIf"/> does; none when empty. Shows
    /// every question, unless told which.
    /// </summary>
    public static string WhatIf(AssessmentId id, string set = "", string show = "")
    {
        string[] query = [.. new[] { set.Length == 0 ? "" : $"set={set}", show.Length == 0 ? "" : $"show={show}" }.Where(part => part.Length > 0)];
        return $"{Assessment(id)}/what-if{(query.Length == 0 ? "" : $"?{string.Join('&', query)}")}";
    }

    public static string Questionnaire(string id) => $"{Questionnaires}/{Escape(id)}";

    /// <summary>The sign-in page, which goes on to the given address of this application afterwards.</summary>
    public static string SignIn(string? returnUrl = null) =>
        WithReturn(SignInPage, '?', returnUrl);

    /// <summary>Leads to the organisation's own sign-in, and back to the given address of this application.</summary>
    public static string ProviderSignIn(string? returnUrl) => WithReturn(ProviderSignInPath, '?', returnUrl);

    /// <summary>Says why a sign-in by the organisation's provider did not come to a session.</summary>
    public static string ProviderRefused(Enum why, string? returnUrl) => WithReturn($"{ProviderRefusedPage}?why={why}", '&', returnUrl);

    /// <summary>The second step of signing in.</summary>
    public static string AskSecondStep(bool remember, string? returnUrl) =>
        $"{SecondStep}?remember={(remember ? "true" : "false")}{(string.IsNullOrEmpty(returnUrl) ? "" : $"&returnUrl={Escape(returnUrl)}")}";

    private static string WithReturn(string address, char separator, string? returnUrl) =>
        string.IsNullOrEmpty(returnUrl) || returnUrl == Home ? address : $"{address}{separator}returnUrl={Escape(returnUrl)}";

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
