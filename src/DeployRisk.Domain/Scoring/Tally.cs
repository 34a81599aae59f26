using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The exact sums of a reading.</summary>
internal sealed class Tally
{
    private readonly Reading _reading;
    private readonly Dictionary<string, CategoryTally> _byId;

    public Tally(Reading reading)
    {
        _reading = reading;
        Categories = [.. reading.Questionnaire.Categories.Select(category => new CategoryTally(category, reading))];
        _byId = Categories.ToDictionary(category => category.Category.Id, StringComparer.Ordinal);
        TotalWeight = Categories.Sum(category => category.WeightInFulls);
        Readiness = Overall(category => category.Readiness);
        Potential = Overall(category => category.Potential);
    }

    public IReadOnlyList<CategoryTally> Categories { get; }

    /// <summary>Sum of the categories' weights, in the unit of <see cref="CategoryTally.WeightInFulls"/>.</summary>
    public int TotalWeight { get; }

    /// <summary>0-100, unknowns at 0; null when nothing was asked.</summary>
    public Fraction? Readiness { get; }

    /// <summary>0-100, unknowns at 100; null when nothing was asked.</summary>
    public Fraction? Potential { get; }

    public Fraction Coverage => Share(category => category.LevelWeight, category => category.ApplicableWeight) ?? 1;

    public Fraction NotApplicableShare => Share(category => category.NotApplicableWeight, category => category.ShownWeight) ?? 0;

    public Fraction AskedShare => Share(category => category.AskedWeight, category => category.ApplicableWeight) ?? 1;

    public CategoryTally Of(Question question) => _byId[question.CategoryId];

    /// <summary>Points of overall readiness that one hundredth of value of this asked question brings.</summary>
    public Fraction PointsPerValue(Question question)
    {
        var category = Of(question);
        return new Fraction(category.WeightInFulls * question.Weight, TotalWeight * category.AskedWeight);
    }

    /// <summary>Points of overall readiness that this asked question lost.</summary>
    public Fraction Lost(Question question) => PointsPerValue(question) * (100 - ValueOf(question));

    private int ValueOf(Question question) =>
        _reading.State(question) == QuestionState.Level ? _reading.Questionnaire.Rules.Scale[_reading.Level(question)] : 0;

    private Fraction? Overall(Func<CategoryTally, Fraction?> score)
    {
        if (TotalWeight == 0)
        {
            return null;
        }

        var sum = Fraction.Zero;
        foreach (var category in Categories)
        {
            sum += score(category) is { } value ? value * category.WeightInFulls : Fraction.Zero;
        }

        return sum / TotalWeight;
    }

    private Fraction? Share(Func<CategoryTally, int> part, Func<CategoryTally, int> whole)
    {
        var total = Categories.Sum(whole);
        return total == 0 ? null : new Fraction(Categories.Sum(part), total);
    }
}
