using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The exact sums of one category.</summary>
internal sealed class CategoryTally
{
    public CategoryTally(CompiledCategory category, Reading reading)
    {
        Category = category.Category;
        Questions = category.Questions;
        var rules = reading.Questionnaire.Rules;
        foreach (var question in Questions)
        {
            Count(question, reading, rules.Scale);
        }

        // With fewer questions than the rules ask for, the category weighs less: k = W * min(1, n / full).
        WeightInFulls = Category.Weight * Math.Min(rules.FullWeightFrom, AskedQuestions);
    }

    public Category Category { get; }

    public Question[] Questions { get; }

    public int ShownQuestions { get; private set; }

    public int AskedQuestions { get; private set; }

    public int UnknownQuestions { get; private set; }

    public int UnansweredQuestions { get; private set; }

    public int ShownWeight { get; private set; }

    public int NotApplicableWeight { get; private set; }

    public int UnknownWeight { get; private set; }

    public int LevelWeight { get; private set; }

    public int AskedWeight => LevelWeight + UnknownWeight;

    /// <summary>What is not set aside, answered or not.</summary>
    public int ApplicableWeight => ShownWeight - NotApplicableWeight;

    /// <summary>Sum of weight times value in hundredths over the questions with a level.</summary>
    public int Value { get; private set; }

    /// <summary>The same with every unknown at the top.</summary>
    public int PotentialValue => Value + (UnknownWeight * 100);

    /// <summary>The category's weight in the overall readiness, times <see cref="ScoringRules.FullWeightFrom"/>.</summary>
    public int WeightInFulls { get; }

    public Figure? Readiness => AskedWeight == 0 ? null : Figure.Of(Value, AskedWeight);

    public decimal? Potential => AskedWeight == 0 ? null : Figure.Of(PotentialValue, AskedWeight).Value;

    public decimal Coverage => ApplicableWeight == 0 ? 1 : Figure.Of(LevelWeight, ApplicableWeight).Value;

    private void Count(Question question, Reading reading, IReadOnlyList<int> scale)
    {
        var state = reading.State(question);
        if (state == QuestionState.Hidden)
        {
            return;
        }

        ShownQuestions++;
        ShownWeight += question.Weight;
        switch (state)
        {
            case QuestionState.Level:
                AskedQuestions++;
                LevelWeight += question.Weight;
                Value += question.Weight * scale[reading.Level(question)];
                break;
            case QuestionState.Unknown:
                AskedQuestions++;
                UnknownQuestions++;
                UnknownWeight += question.Weight;
                break;
            case QuestionState.NotApplicable:
                NotApplicableWeight += question.Weight;
                break;
            default:
                UnansweredQuestions++;
                break;
        }
    }
}
