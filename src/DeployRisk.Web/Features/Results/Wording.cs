using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Web.Features.Results;

/// <summary>
/// The questionnaire's words in the reader's language. A stored card may name what the questionnaire at hand no longer
/// has: its id stands in for the text then.
/// </summary>
public sealed class Wording(Questionnaire questionnaire, Language language)
{
    public string Question(string id) => questionnaire.FindQuestion(id)?.Text.In(language) ?? id;

    /// <summary>Whether the questionnaire at hand has the question.</summary>
    public bool Knows(string id) => questionnaire.FindQuestion(id) is not null;

    /// <summary>The id of the question's category; empty when the question is not known any more.</summary>
    public string CategoryOf(string id) => questionnaire.FindQuestion(id)?.CategoryId ?? "";

    public string Recommendation(string id) => questionnaire.FindQuestion(id)?.Recommendation.In(language) ?? id;

    public IReadOnlyList<Source> Sources(string id) => questionnaire.FindQuestion(id)?.Sources ?? [];

    public IReadOnlyList<Story> Stories(string id) => questionnaire.FindQuestion(id) is { } question ? questionnaire.StoriesOf(question) : [];

    /// <summary>What the level says; empty when the question is not known any more.</summary>
    public string Level(string id, int level) => questionnaire.FindQuestion(id)?.LevelInFull(level).In(language) ?? "";

    public string Category(string id) => Find(id)?.Title.In(language) ?? id;

    public string CategoryCode(string id) => Find(id)?.Code ?? id;

    /// <summary>The place of the category in the questionnaire, from 0; unknown ones come last.</summary>
    public int CategoryPosition(string id) =>
        questionnaire.Categories.Index().Where(pair => pair.Item.Id == id).Select(pair => pair.Index).DefaultIfEmpty(int.MaxValue).First();

    public string Context(string id) => questionnaire.FindContext(id)?.Title.In(language) ?? id;

    public string ContextOption(string id, string option) =>
        questionnaire.FindContext(id)?.Options.FirstOrDefault(known => known.Id == option)?.Text.In(language) ?? option;

    public string In(LocalizedText text) => text.In(language);

    private Category? Find(string id) => questionnaire.Categories.FirstOrDefault(category => category.Id == id);
}
