namespace DeployRisk.Web.Features.Account;

/// <summary>Names the texts of accounts: AccountTexts.resx (English) and AccountTexts.fr.resx.</summary>
public sealed class AccountTexts;
