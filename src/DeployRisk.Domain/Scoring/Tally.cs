using System.Numerics;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The exact sums of a reading.</summary>
internal sealed class Tally
{
    private readonly Reading _reading;
    private readonly CategoryTally[] _categories;

    public Tally(Reading reading)
    {
        _reading = reading;
        var categories = reading.Questionnaire.Compiled.Categories;
        _categories = new CategoryTally[categories.Length];
        for (var place = 0; place < categories.Length; place++)
        {
            _categories[place] = new CategoryTally(categories[place], reading);
        }

        foreach (var category in _categories)
        {
            TotalWeight += category.WeightInFulls;
            ShownWeight += category.ShownWeight;
            NotApplicableWeight += category.NotApplicableWeight;
            AskedWeight += category.AskedWeight;
            LevelWeight += category.LevelWeight;
        }

        Readiness = Overall(static category => category.Value);
        Potential = AskedWeight == LevelWeight ? Readiness : Overall(static category => category.PotentialValue);
    }

    public CategoryTally[] Categories => _categories;

    /// <summary>Sum of the categories' weights, in the unit of <see cref="CategoryTally.WeightInFulls"/>.</summary>
    public int TotalWeight { get; }

    public int ShownWeight { get; }

    public int NotApplicableWeight { get; }

    public int AskedWeight { get; }

    public int LevelWeight { get; }

    public int ApplicableWeight => ShownWeight - NotApplicableWeight;

    /// <summary>0-100, unknowns at 0; null when nothing was asked.</summary>
    public Figure? Readiness { get; }

    /// <summary>0-100, unknowns at 100; null when nothing was asked.</summary>
    public Figure? Potential { get; }

    public decimal Coverage => ApplicableWeight == 0 ? 1 : Figure.Of(LevelWeight, ApplicableWeight).Value;

    public CategoryTally Of(Question question) => Array.Find(_categories, category => category.Category.Id == question.CategoryId)!;

    /// <summary>Points of overall readiness that one hundredth of value of this asked question brings.</summary>
    public Fraction PointsPerValue(Question question)
    {
        var category = Of(question);
        return new Fraction(category.WeightInFulls * question.Weight, TotalWeight * category.AskedWeight);
    }

    /// <summary>Points of overall readiness that this asked question of the category lost.</summary>
    public Figure Lost(CategoryTally category, Question question) =>
        Figure.Of((long)category.WeightInFulls * question.Weight * (100 - ValueOf(question)), (long)TotalWeight * category.AskedWeight);

    /// <summary>Points of overall readiness that the questions of the category lost together.</summary>
    public decimal Lost(CategoryTally category) => category.AskedWeight == 0
        ? 0
        : Figure.Of((long)category.WeightInFulls * ((100 * category.AskedWeight) - category.Value), (long)TotalWeight * category.AskedWeight).Value;

    private int ValueOf(Question question) =>
        _reading.State(question) == QuestionState.Level ? _reading.Questionnaire.Rules.Scale[_reading.Level(question)] : 0;

    /// <summary>The mean of the categories by their weights, over the least common multiple of their divisors.</summary>
    private Figure? Overall(Func<CategoryTally, int> value)
    {
        if (TotalWeight == 0)
        {
            return null;
        }

        if (CommonMultiple() is not { } multiple)
        {
            return OverallOfMany(value);
        }

        UInt128 sum = 0;
        foreach (var category in _categories)
        {
            if (category.AskedWeight > 0)
            {
                sum += (UInt128)((long)category.WeightInFulls * value(category)) * (multiple / (uint)category.AskedWeight);
            }
        }

        return Figure.Of(sum, (UInt128)multiple * (uint)TotalWeight);
    }

    /// <summary>The least common multiple of the categories' divisors; null when it leaves no room for sums in 128 bits.</summary>
    private ulong? CommonMultiple()
    {
        var multiple = 1UL;
        foreach (var category in _categories)
        {
            if (category.AskedWeight > 0)
            {
                var factor = (uint)category.AskedWeight / GreatestCommonDivisor(multiple, (uint)category.AskedWeight);
                if (multiple > (ulong)long.MaxValue / factor)
                {
                    return null;
                }

                multiple *= factor;
            }
        }

        return multiple;
    }

    /// <summary>The same for questionnaires whose common multiple is long.</summary>
    private Figure OverallOfMany(Func<CategoryTally, int> value)
    {
        var sum = Fraction.Zero;
        foreach (var category in _categories.Where(category => category.AskedWeight > 0))
        {
            sum += new Fraction((BigInteger)category.WeightInFulls * value(category), category.AskedWeight);
        }

        sum /= TotalWeight;
        return Figure.Of(sum.Numerator, sum.Denominator);
    }

    private static ulong GreatestCommonDivisor(ulong a, ulong b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
