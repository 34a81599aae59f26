using System.Net.Mail;

namespace DeployRisk.Web.Features.Account;

/// <summary>Whether a text is an address that mail could go to.</summary>
internal static class EmailRule
{
    public static bool LooksRight(string text) =>
        MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim();
}
