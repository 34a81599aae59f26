using System.Collections.Frozen;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>A questionnaire prepared for scoring, once: conditions as functions over slots instead of trees over ids.</summary>
internal sealed class CompiledQuestionnaire
{
    private readonly CompiledQuestion[] _questions;

    public CompiledQuestionnaire(Questionnaire questionnaire)
    {
        Orders = questionnaire.Questions.ToFrozenDictionary(question => question.Id, question => question.Order, StringComparer.Ordinal);
        Slots = new Slots(Orders);
        Scale = [.. questionnaire.Rules.Scale];
        Questions = [.. questionnaire.Questions];
        Categories = [.. questionnaire.Categories.Select(category => new CompiledCategory(category))];
        _questions = [.. questionnaire.Questions.Select(question => new CompiledQuestion(question, Slots))];
    }

    /// <summary>The order of each question, by id.</summary>
    public FrozenDictionary<string, int> Orders { get; }

    public Slots Slots { get; }

    /// <summary>Value of each level in hundredths, 0-100.</summary>
    public int[] Scale { get; }

    /// <summary>All questions in their order.</summary>
    public Question[] Questions { get; }

    public CompiledCategory[] Categories { get; }

    public CompiledQuestion this[Question question] => _questions[question.Order];
}
