namespace DeployRisk.Web.Features.Account;

/// <summary>What is asked at the first start.</summary>
public sealed class SetUpForm
{
    public string Organisation { get; set; } = "";

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public string PasswordAgain { get; set; } = "";

    /// <summary>The tag of a language: en or fr.</summary>
    public string Language { get; set; } = "";

    /// <summary>Whether the sample organisation is added.</summary>
    public bool AddSample { get; set; }

    /// <summary>The code from the console, asked of those who are not at the machine itself.</summary>
    public string Code { get; set; } = "";
}
