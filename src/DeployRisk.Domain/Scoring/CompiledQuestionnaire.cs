using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A questionnaire prepared for scoring, once: conditions as functions over slots instead of trees over ids.</summary>
internal sealed class CompiledQuestionnaire
{
    private readonly CompiledQuestion[] _questions;

    public CompiledQuestionnaire(Questionnaire questionnaire)
    {
        Slots = new Slots(questionnaire.Questions.ToDictionary(question => question.Id, question => question.Order, StringComparer.Ordinal));
        Questions = [.. questionnaire.Questions];
        Categories = [.. questionnaire.Categories.Select(category => new CompiledCategory(category, [.. category.Questions]))];
        _questions = [.. questionnaire.Questions.Select(question => new CompiledQuestion(question, Slots))];
    }

    public Slots Slots { get; }

    /// <summary>All questions in their order.</summary>
    public Question[] Questions { get; }

    public CompiledCategory[] Categories { get; }

    public CompiledQuestion this[Question question] => _questions[question.Order];
}
