namespace DeployRisk.Domain.Questionnaires;

/// <summary>A point of the article that the questionnaire was made from, in our own words.</summary>
public sealed record ArticlePoint(string Id, LocalizedText Text);
