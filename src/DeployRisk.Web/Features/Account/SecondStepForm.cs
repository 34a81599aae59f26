namespace DeployRisk.Web.Features.Account;

/// <summary>A code of the authenticator, or a recovery code.</summary>
public sealed class SecondStepForm
{
    /// <summary>Longer ones are none.</summary>
    public const int MaxCodeLength = 40;

    public string Code { get; set; } = "";

    /// <summary>Without the spaces that people and authenticators put in, and in capitals as recovery codes are.</summary>
    public static string Plain(string code) => string.Concat(code.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>Whether it is six digits; what is not is a recovery code.</summary>
    public static bool IsOfAnAuthenticator(string code) => Digits(code) is { Length: 6 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>Without the hyphen that people write between digits.</summary>
    public static string Digits(string code) => code.Replace("-", "", StringComparison.Ordinal);
}
