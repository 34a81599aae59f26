namespace DeployRisk.Web.Features.Account;

/// <summary>A code of the authenticator, or a recovery code.</summary>
public sealed class SecondStepForm
{
    /// <summary>Longer ones are none.</summary>
    public const int MaxCodeLength = 40;

    public string Code { get; set; } = "";

    /// <summary>Without the spaces that people and authenticators put in.</summary>
    public static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal);
}
