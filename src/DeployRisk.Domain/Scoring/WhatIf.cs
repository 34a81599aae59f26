using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;

namespace DeployRisk.Domain.Scoring;

/// <summary>
/// Other answers tried on an assessment. Written as <c>TST-2:3,AVA-4:unknown</c>, so that it fits an address.
/// </summary>
/// <param name="Changes">The answers tried, by question id; none is the answer that is there already.</param>
/// <param name="Ignored">Parts of what was read that name no question shown, or no answer; empty when all was understood.</param>
public sealed record WhatIf(IReadOnlyDictionary<string, Answer> Changes, IReadOnlyList<string> Ignored)
{
    private const string Unknown = "unknown";

    /// <summary>Nothing changed.</summary>
    public static WhatIf Nothing { get; } = new(new Dictionary<string, Answer>(), []);

    /// <summary>Reads what is written; later parts about the same question win.</summary>
    public static WhatIf Read(string? text, Questionnaire questionnaire, AnswerSheet sheet)
    {
        var shown = Visibility.ShownQuestions(questionnaire, sheet.Form, sheet.Context).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        var changes = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var ignored = new List<string>();
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(':') is [var id, var answer] && shown.Contains(id) && AnswerOf(answer) is { } read)
            {
                changes[id] = read;
            }
            else
            {
                ignored.Add(part);
            }
        }

        return new WhatIf(Without(changes, sheet), ignored);
    }

    /// <summary>The path's levels tried, and nothing else.</summary>
    public static WhatIf Of(IEnumerable<PathStep> steps) =>
        new(steps.ToDictionary(step => step.QuestionId, Answer (step) => new Answer.AtLevel(step.To), StringComparer.Ordinal), []);

    /// <summary>With one more answer tried; the answer that is there already takes the change back.</summary>
    public WhatIf With(string questionId, Answer answer, AnswerSheet sheet) =>
        new(Without(new Dictionary<string, Answer>(Changes, StringComparer.Ordinal) { [questionId] = answer }, sheet), []);

    /// <summary>Without the change of one question.</summary>
    public WhatIf Without(string questionId) =>
        new(Changes.Where(change => change.Key != questionId).ToDictionary(StringComparer.Ordinal), []);

    /// <summary>The sheet with these answers in place of its own.</summary>
    public AnswerSheet On(AnswerSheet sheet) =>
        sheet with { Answers = sheet.Answers.Where(answer => !Changes.ContainsKey(answer.Key)).Concat(Changes).ToDictionary(StringComparer.Ordinal) };

    /// <summary>As it is read; empty when nothing is changed.</summary>
    public override string ToString() =>
        string.Join(',', Changes.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => $"{change.Key}:{TextOf(change.Value)}"));

    private static Dictionary<string, Answer> Without(Dictionary<string, Answer> changes, AnswerSheet sheet) =>
        changes.Where(change => sheet[change.Key] != change.Value).ToDictionary(StringComparer.Ordinal);

    private static Answer? AnswerOf(string text) => text switch
    {
        Unknown => Answer.DontKnow,
        [>= '0' and <= '4' and var digit] => new Answer.AtLevel(digit - '0'),
        _ => null,
    };

    private static string TextOf(Answer answer) =>
        answer is Answer.AtLevel { Level: var level } ? level.ToString(CultureInfo.InvariantCulture) : Unknown;
}
