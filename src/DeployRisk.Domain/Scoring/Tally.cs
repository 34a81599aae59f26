using System.Numerics;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>The exact sums of a reading.</summary>
internal sealed class Tally
{
    private readonly CategoryTally[] _categories;

    public Tally(Reading reading)
    {
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
            AskedQuestions += category.AskedQuestions;
            AskedWeight += category.AskedWeight;
            LevelWeight += category.LevelWeight;
        }

        if (TotalWeight > 0)
        {
            Readiness = Overall(static category => category.Value);
            Potential = AskedWeight == LevelWeight ? Readiness : Overall(static category => category.PotentialValue);
        }
    }

    public CategoryTally[] Categories => _categories;

    /// <summary>Sum of the categories' weights, in the unit of <see cref="CategoryTally.WeightInFulls"/>.</summary>
    public int TotalWeight { get; }

    public int AskedQuestions { get; }

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

    /// <summary>The same for all questions of a category, each of which brings its weight times this.</summary>
    public Rate PointsPerWeightedValue(CategoryTally category) => category.AskedWeight == 0
        ? default
        : new Rate(category.WeightInFulls, (long)TotalWeight * category.AskedWeight);

    /// <summary>The mean of the categories by their weights, over the least common multiple of their divisors.</summary>
    private Figure Overall(Func<CategoryTally, int> value)
    {
        if (CommonMultiple() is not { } multiple)
        {
            return OverallOfMany(value);
        }

        long sum = 0;
        foreach (var category in _categories)
        {
            if (category.AskedWeight > 0)
            {
                sum += category.WeightInFulls * (long)value(category) * (multiple / category.AskedWeight);
            }
        }

        return Figure.Of(sum, multiple * TotalWeight);
    }

    /// <summary>The least common multiple of the categories' divisors; null when it leaves no room for sums.</summary>
    private long? CommonMultiple()
    {
        var most = long.MaxValue / (100L * TotalWeight);
        var multiple = 1L;
        foreach (var category in _categories)
        {
            if (category.AskedWeight > 0)
            {
                var factor = category.AskedWeight / GreatestCommonDivisor(category.AskedWeight, (int)(multiple % category.AskedWeight));
                if (multiple > most / factor)
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

    private static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
