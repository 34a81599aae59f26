namespace DeployRisk.Web.Features.People;

/// <summary>Marks the texts of this folder.</summary>
public sealed class PeopleTexts;
