namespace DeployRisk.Web.Tests.Running;

/// <summary>What is typed into the set-up form.</summary>
public static class SetUpAnswers
{
    public const string Email = "ada@example.org";
    public const string Password = "an easy sentence";

    public static Dictionary<string, string> Complete => new()
    {
        ["Form.Organisation"] = "Example Bank",
        ["Form.Name"] = "Ada Example",
        ["Form.Email"] = Email,
        ["Form.Password"] = Password,
        ["Form.PasswordAgain"] = Password,
        ["Form.Language"] = "en",
    };

    /// <summary>What is typed into the sign-in form; by the first administrator when nobody else is named.</summary>
    public static Dictionary<string, string> Credentials(string password = Password, string email = Email) => new()
    {
        ["Form.Email"] = email,
        ["Form.Password"] = password,
    };
}
