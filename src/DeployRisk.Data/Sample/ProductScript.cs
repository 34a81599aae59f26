using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>The story of one product, the oldest release first.</summary>
/// <param name="Key">What makes ids and times differ from those of other products.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Context">The context of a usual release, complete.</param>
/// <param name="Answers">
/// The answers of the first release: for every category's code one character a question, in their order. 0-4 is a level,
/// ? is unknown, - is not applicable.
/// </param>
/// <param name="NotApplicable">Why a question does not apply, by question.</param>
/// <param name="Releases">Its assessments.</param>
/// <param name="IsRestricted">Whether only its members may read it.</param>
internal sealed record ProductScript(
    string Key,
    LocalizedText Name,
    LocalizedText Description,
    ContextScript Context,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyDictionary<string, LocalizedText> NotApplicable,
    IReadOnlyList<ReleaseScript> Releases,
    bool IsRestricted = false);
