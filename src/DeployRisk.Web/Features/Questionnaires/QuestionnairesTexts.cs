namespace DeployRisk.Web.Features.Questionnaires;

/// <summary>The texts of the page that shows a questionnaire.</summary>
public sealed class QuestionnairesTexts;
