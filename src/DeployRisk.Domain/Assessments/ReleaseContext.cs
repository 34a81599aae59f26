using System.Globalization;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Assessments;

/// <summary>The answers to the context questions; what is missing is unanswered.</summary>
/// <param name="Levels">Level (0-4) by context question.</param>
/// <param name="Choices">Chosen option ids by context question; an empty list is unanswered.</param>
public sealed record ReleaseContext(
    IReadOnlyDictionary<string, int> Levels,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Choices)
{
    public static ReleaseContext Empty { get; } = new(
        new Dictionary<string, int>(),
        new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The level, or null when unanswered.</summary>
    public int? Level(string id) => Levels.TryGetValue(id, out var level) ? level : null;

    public bool Includes(string id, string option) => Choices.TryGetValue(id, out var chosen) && chosen.Contains(option);

    public bool IsAnswered(string id) =>
        Levels.ContainsKey(id) || (Choices.TryGetValue(id, out var chosen) && chosen.Count > 0);

    /// <summary>The context questions without an answer, in the order of the questionnaire.</summary>
    public IReadOnlyList<string> Missing(Questionnaire questionnaire) =>
        [.. questionnaire.Context.Select(question => question.Id).Where(id => !IsAnswered(id))];

    /// <summary>Whether both have the same answers; the order of choices means nothing.</summary>
    public bool IsSameAs(ReleaseContext other)
    {
        static HashSet<(string, string)> ChoicesOf(ReleaseContext context) =>
            [.. context.Choices.SelectMany(choice => choice.Value.Select(option => (choice.Key, option)))];

        return Levels.ToHashSet().SetEquals(other.Levels) && ChoicesOf(this).SetEquals(ChoicesOf(other));
    }

    /// <summary>What is left once answers are dropped that may not be taken over from an earlier assessment.</summary>
    public ReleaseContext Prefilled(Questionnaire questionnaire)
    {
        bool MayStay(string id) => questionnaire.FindContext(id) is { Prefill: true };
        return new ReleaseContext(
            Levels.Where(level => MayStay(level.Key)).ToDictionary(StringComparer.Ordinal),
            Choices.Where(choice => MayStay(choice.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>Guards against answers that no page offers.</summary>
    /// <exception cref="ArgumentException">An answer is not one that the questionnaire knows.</exception>
    internal void ThrowUnlessKnownTo(Questionnaire questionnaire)
    {
        var bad = Levels.Where(level => !HasOption(questionnaire, ContextQuestionKind.Level, level.Key, level.Value.ToString(CultureInfo.InvariantCulture)))
            .Select(level => level.Key)
            .Concat(Choices.Where(choice => !IsChoice(questionnaire, choice.Key, choice.Value)).Select(choice => choice.Key))
            .ToList();
        if (bad.Count > 0)
        {
            throw new ArgumentException($"The questionnaire does not know these context answers: {string.Join(", ", bad)}.");
        }
    }

    private static bool IsChoice(Questionnaire questionnaire, string id, IReadOnlyList<string> chosen) =>
        chosen.All(option => HasOption(questionnaire, ContextQuestionKind.Multiple, id, option))
        && (chosen.Count < 2 || !chosen.Any(option => questionnaire.FindContext(id)!.Options.Any(known => known.Id == option && known.Exclusive)));

    private static bool HasOption(Questionnaire questionnaire, ContextQuestionKind kind, string id, string option) =>
        questionnaire.FindContext(id) is { } question
        && question.Kind == kind
        && question.Options.Any(known => known.Id == option);
}
