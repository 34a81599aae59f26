using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The exact sums of one category.</summary>
internal sealed class CategoryTally
{
    public CategoryTally(Category category, Reading reading)
    {
        Category = category;
        var shown = category.Questions.Where(question => reading.State(question) != QuestionState.Hidden).ToList();
        var asked = shown.Where(reading.IsAsked).ToList();
        var scale = reading.Questionnaire.Rules.Scale;

        ShownQuestions = shown.Count;
        AskedQuestions = asked.Count;
        UnknownQuestions = shown.Count(question => reading.State(question) == QuestionState.Unknown);
        UnansweredQuestions = shown.Count(question => reading.State(question) == QuestionState.Unanswered);
        ShownWeight = shown.Sum(question => question.Weight);
        NotApplicableWeight = Weight(shown, reading, QuestionState.NotApplicable);
        UnknownWeight = Weight(shown, reading, QuestionState.Unknown);
        LevelWeight = Weight(shown, reading, QuestionState.Level);
        Value = asked.Sum(question => reading.State(question) == QuestionState.Level ? question.Weight * scale[reading.Level(question)] : 0);

        // With fewer questions than the rules ask for, the category weighs less: k = W * min(1, n / full).
        WeightInFulls = category.Weight * Math.Min(reading.Questionnaire.Rules.FullWeightFrom, asked.Count);
    }

    public Category Category { get; }

    public int ShownQuestions { get; }

    public int AskedQuestions { get; }

    public int UnknownQuestions { get; }

    public int UnansweredQuestions { get; }

    public int ShownWeight { get; }

    public int NotApplicableWeight { get; }

    public int UnknownWeight { get; }

    public int LevelWeight { get; }

    public int AskedWeight => LevelWeight + UnknownWeight;

    /// <summary>What is not set aside, answered or not.</summary>
    public int ApplicableWeight => ShownWeight - NotApplicableWeight;

    /// <summary>Sum of weight times value in hundredths over the questions with a level.</summary>
    public int Value { get; }

    /// <summary>The category's weight in the overall readiness, times <see cref="ScoringRules.FullWeightFrom"/>.</summary>
    public int WeightInFulls { get; }

    public Fraction? Readiness => AskedWeight == 0 ? null : new Fraction(Value, AskedWeight);

    public Fraction? Potential => AskedWeight == 0 ? null : new Fraction(Value + (UnknownWeight * 100), AskedWeight);

    public Fraction Coverage => ApplicableWeight == 0 ? 1 : new Fraction(LevelWeight, ApplicableWeight);

    private static int Weight(IEnumerable<Question> shown, Reading reading, QuestionState state) =>
        shown.Where(question => reading.State(question) == state).Sum(question => question.Weight);
}
