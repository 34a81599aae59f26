namespace DeployRisk.Domain.Questionnaires;

/// <summary>A loaded, valid questionnaire: immutable, and safe to share between threads.</summary>
public sealed class Questionnaire
{
    private readonly Dictionary<string, Question> _questions;
    private readonly Dictionary<string, ContextQuestion> _context;
    private readonly Dictionary<string, Category> _categories;

    public Questionnaire(
        string id,
        string version,
        string hash,
        LocalizedText title,
        LocalizedText description,
        ScoringRules rules,
        IReadOnlyList<ContextQuestion> context,
        IReadOnlyList<ArticlePoint> articlePoints,
        IReadOnlyList<Category> categories)
    {
        Id = id;
        Version = version;
        Hash = hash;
        Title = title;
        Description = description;
        Rules = rules;
        Context = context;
        ArticlePoints = articlePoints;
        Categories = categories;
        Questions = [.. categories.SelectMany(category => category.Questions)];
        _questions = Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        _context = context.ToDictionary(question => question.Id, StringComparer.Ordinal);
        _categories = categories.ToDictionary(category => category.Id, StringComparer.Ordinal);
    }

    public string Id { get; }

    public string Version { get; }

    /// <summary>SHA-256 over the questionnaire's files that are scored (not its stories), lower-case hexadecimal (64 characters).</summary>
    public string Hash { get; }

    public LocalizedText Title { get; }

    public LocalizedText Description { get; }

    public ScoringRules Rules { get; }

    public IReadOnlyList<ContextQuestion> Context { get; }

    public IReadOnlyList<ArticlePoint> ArticlePoints { get; }

    public IReadOnlyList<Category> Categories { get; }

    /// <summary>All questions in the order of the questionnaire.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>The incident stories that illustrate the questions, latest first in the built-in questionnaire; may be empty.</summary>
    public IReadOnlyList<Story> Stories { get; init; } = [];

    /// <summary>The stories that illustrate a question, in their order.</summary>
    public IReadOnlyList<Story> StoriesOf(string questionId) =>
        [.. Stories.Where(story => story.QuestionIds.Contains(questionId, StringComparer.Ordinal))];

    /// <summary>The question with this id, or null.</summary>
    public Question? FindQuestion(string id) => _questions.GetValueOrDefault(id);

    /// <summary>The context question with this id, or null.</summary>
    public ContextQuestion? FindContext(string id) => _context.GetValueOrDefault(id);

    /// <summary>The question with this id.</summary>
    /// <exception cref="KeyNotFoundException">No question has this id.</exception>
    public Question Question(string id) => _questions[id];

    /// <summary>The category with this id.</summary>
    /// <exception cref="KeyNotFoundException">No category has this id.</exception>
    public Category Category(string id) => _categories[id];
}
