namespace DeployRisk.Web.Shared.Mail;

/// <summary>Marks the texts of this folder.</summary>
public sealed class MailTexts;
