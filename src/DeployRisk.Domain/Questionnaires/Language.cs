namespace DeployRisk.Domain.Questionnaires;

/// <summary>A language in which every text of the product exists.</summary>
public enum Language
{
    English,
    French,
}
