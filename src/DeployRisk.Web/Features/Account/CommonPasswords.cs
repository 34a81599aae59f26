using System.Collections.Frozen;
using DeployRisk.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DeployRisk.Web.Features.Account;

/// <summary>
/// Refuses passwords that are guessed first: those of a list, a word of it with figures and signs around it, one block again and again, a run
/// of neighbours, and the person's own address or name.
/// </summary>
public sealed class CommonPasswords(IStringLocalizer<AccountTexts> T) : IPasswordValidator<ApplicationUser>
{
    private const string Rows = "abcdefghijklmnopqrstuvwxyz 01234567890 09876543210 qwertyuiopasdfghjklzxcvbnm azertyuiopqsdfghjklmwxcvbn 1qaz2wsx3edc4rfv5tgb6yhn7ujm";

    private static readonly Lazy<FrozenSet<string>> Known = new(() =>
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    });

    public Task<IdentityResult> ValidateAsync(UserManager<ApplicationUser> manager, ApplicationUser user, string? password) =>
        Task.FromResult(IsGuessed(password ?? "", user.Email, user.DisplayName)
            ? IdentityResult.Failed(new IdentityError { Code = nameof(CommonPasswords), Description = T["PasswordCommon"] })
            : IdentityResult.Success);

    /// <summary>Whether a password is among those that are tried first.</summary>
    /// <param name="password">The password.</param>
    /// <param name="personal">What others know of the person: words in it are no secret.</param>
    public static bool IsGuessed(string password, params IReadOnlyList<string?> personal)
    {
        var plain = password.ToLowerInvariant();
        var core = plain.Trim([.. plain.Where(letter => !char.IsLetter(letter)).Distinct()]);
        return Known.Value.Contains(plain)
            || Known.Value.Contains(core)
            || IsOneBlock(plain)
            || IsRun(plain)
            || personal.OfType<string>().SelectMany(Words).Any(word => core == word || plain.Replace(word, "", StringComparison.Ordinal).Length < SignInRules.MinPasswordLength / 2);
    }

    private static IEnumerable<string> Words(string known) =>
        known.ToLowerInvariant().Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Append(known.ToLowerInvariant()).Where(word => word.Length > 3);

    /// <summary>"abcabcabcabc" is "abc" as often as it fits.</summary>
    private static bool IsOneBlock(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(size => Enumerable.Range(size, text.Length - size).All(index => text[index] == text[index - size]));

    /// <summary>Letters that follow one another on the keyboard or in the alphabet, forwards, but for at most two.</summary>
    private static bool IsRun(string text) =>
        text.Length > 1 && text.Zip(text.Skip(1), (first, second) => Rows.Contains($"{first}{second}", StringComparison.Ordinal)).Count(follows => !follows) <= 2;
}
