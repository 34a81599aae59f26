namespace DeployRisk.Domain.Recommendations;

/// <summary>What can be raised in one category.</summary>
/// <param name="Options">For each of its asked questions, in order, the allowed ways to treat it; the preferred first.</param>
/// <param name="After">For each question, the front of the questions after it in the category.</param>
/// <param name="Floor">The gain that the category needs at least.</param>
/// <param name="Front">The front of the whole category, above its floor.</param>
internal sealed record PathCategory(
    IReadOnlyList<IReadOnlyList<RaiseOption>> Options,
    IReadOnlyList<IReadOnlyList<FrontPoint>> After,
    Int128 Floor,
    PricedFront Front)
{
    public static PathCategory Of(IReadOnlyList<IReadOnlyList<RaiseOption>> options, Int128 floor)
    {
        var after = new IReadOnlyList<FrontPoint>[options.Count];
        var front = Recommendations.Front.Nothing;
        for (var index = options.Count - 1; index >= 0; index--)
        {
            after[index] = front;
            front = Recommendations.Front.Merge([.. options[index].Select(option => option.Point)], front);
        }

        return new PathCategory(options, after, floor, new PricedFront([.. front.Where(point => point.Gain >= floor)]));
    }
}
