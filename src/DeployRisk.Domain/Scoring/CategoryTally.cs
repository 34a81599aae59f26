using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The exact sums of one category.</summary>
internal sealed class CategoryTally
{
    private readonly CompiledCategory _category;

    public CategoryTally(CompiledCategory category, Reading reading)
    {
        _category = category;
        foreach (var question in Questions)
        {
            Count(question, reading);
        }

        // With fewer questions than the rules ask for, the category weighs less: k = W * min(1, n / full).
        Readiness = AskedWeight == 0 ? null : Figure.Of(Value, AskedWeight);
        WeightInFulls = Category.Weight * Math.Min(reading.Questionnaire.Rules.FullWeightFrom, AskedQuestions);
    }

    public Category Category => _category.Category;

    public Question[] Questions => _category.Questions;

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

    /// <summary>What is missing to <see cref="Value"/> at its highest.</summary>
    public int LostValue => (AskedWeight * 100) - Value;

    /// <summary>The category's weight in the overall readiness, times <see cref="ScoringRules.FullWeightFrom"/>.</summary>
    public int WeightInFulls { get; }

    /// <summary>0-100, unknowns at 0; null when nothing was asked.</summary>
    public Figure? Readiness { get; }

    /// <summary>0-100, unknowns at 100; null when nothing was asked.</summary>
    public Figure? Potential => UnknownWeight == 0 ? Readiness : Figure.Of(PotentialValue, AskedWeight);

    public decimal Coverage => ApplicableWeight == 0 ? 1 : Figure.Of(LevelWeight, ApplicableWeight).Value;

    /// <summary>The reason to give when its readiness is below the floor.</summary>
    public Reason BelowFloor(int floor) => _category.BelowFloor(Readiness!.Value, floor);

    private void Count(Question question, Reading reading)
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
                Value += question.Weight * reading.ValueOf(question);
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
