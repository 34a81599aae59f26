namespace DeployRisk.Web.Features.Account;

/// <summary>The limits of what is typed into account forms.</summary>
public static class SignInRules
{
    public const int MinPasswordLength = 12;

    /// <summary>Longer ones would only make hashing slow.</summary>
    public const int MaxPasswordLength = 128;

    /// <summary>The column of Identity.</summary>
    public const int MaxEmailLength = 256;
}
