using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Questionnaires;

/// <summary>A loaded, valid questionnaire: immutable, and safe to share between threads.</summary>
public sealed class Questionnaire
{
    private readonly Dictionary<string, Question> _questions;
    private readonly Dictionary<string, ContextQuestion> _context;
    private readonly Dictionary<string, Category> _categories;
    private readonly Dictionary<string, Story> _stories;

    public Questionnaire(
        string id,
        string version,
        string hash,
        LocalizedText title,
        LocalizedText description,
        ScoringRules rules,
        IReadOnlyList<ContextQuestion> context,
        IReadOnlyList<ArticlePoint> articlePoints,
        IReadOnlyList<Story> stories,
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
        Stories = stories;
        Categories = categories;
        Questions = [.. categories.SelectMany(category => category.Questions)];
        _questions = Questions.ToDictionary(question => question.Id, StringComparer.Ordinal);
        _context = context.ToDictionary(question => question.Id, StringComparer.Ordinal);
        _categories = categories.ToDictionary(category => category.Id, StringComparer.Ordinal);
        _stories = stories.ToDictionary(story => story.Id, StringComparer.Ordinal);
    }

    public string Id { get; }

    public string Version { get; }

    /// <summary>SHA-256 over the questionnaire's files, lower-case hexadecimal (64 characters).</summary>
    public string Hash { get; }

    public LocalizedText Title { get; }

    public LocalizedText Description { get; }

    public ScoringRules Rules { get; }

    public IReadOnlyList<ContextQuestion> Context { get; }

    public IReadOnlyList<ArticlePoint> ArticlePoints { get; }

    /// <summary>Incidents that questions are illustrated with.</summary>
    public IReadOnlyList<Story> Stories { get; }

    public IReadOnlyList<Category> Categories { get; }

    /// <summary>All questions in the order of the questionnaire.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>Prepared for scoring when it is first scored with.</summary>
    internal CompiledQuestionnaire Compiled => field ??= new CompiledQuestionnaire(this);

    /// <summary>The question with this id, or null.</summary>
    public Question? FindQuestion(string id) => _questions.GetValueOrDefault(id);

    /// <summary>The context question with this id, or null.</summary>
    public ContextQuestion? FindContext(string id) => _context.GetValueOrDefault(id);

    /// <summary>The question with this id.</summary>
    /// <exception cref="KeyNotFoundException">No question has this id.</exception>
    public Question Question(string id) => _questions[id];

    /// <summary>The incidents that a question is illustrated with.</summary>
    public IReadOnlyList<Story> StoriesOf(Question question) => [.. question.Stories.Select(id => _stories[id])];

    /// <summary>The category with this id.</summary>
    /// <exception cref="KeyNotFoundException">No category has this id.</exception>
    public Category Category(string id) => _categories[id];
}
