namespace DeployRisk.Web.Features.Members;

/// <summary>Marks the texts of this folder.</summary>
public sealed class MembersTexts;
