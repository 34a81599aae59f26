namespace DeployRisk.Domain.Questionnaires;

/// <summary>An incident that became public, told in a few sentences, that shows why some questions are asked.</summary>
/// <param name="Id">For example <c>knight-capital-2012</c>; unique in the questionnaire.</param>
/// <param name="Name">Who, what and when.</param>
/// <param name="Text">What happened.</param>
/// <param name="Lesson">What to do about it before a release.</param>
/// <param name="Figures">What it cost, longest or largest first.</param>
/// <param name="Sources">Public documents that say so; at least one.</param>
public sealed record Story(
    string Id,
    LocalizedText Name,
    LocalizedText Text,
    LocalizedText Lesson,
    IReadOnlyList<LocalizedText> Figures,
    IReadOnlyList<Source> Sources);
