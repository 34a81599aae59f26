namespace DeployRisk.Domain.Questionnaires;

/// <summary>One text in both languages; neither is empty in a loaded questionnaire.</summary>
public sealed record LocalizedText(string En, string Fr)
{
    /// <summary>The text in the given language.</summary>
    public string In(Language language) => language == Language.French ? Fr : En;
}
