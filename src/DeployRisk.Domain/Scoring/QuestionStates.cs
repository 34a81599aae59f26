using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DeployRisk.Domain.Scoring;

/// <summary>How scoring saw each question, by id, in the order of the questionnaire.</summary>
internal sealed class QuestionStates(CompiledQuestionnaire questionnaire, QuestionState[] states) : IReadOnlyDictionary<string, QuestionState>
{
    public int Count => states.Length;

    public IEnumerable<string> Keys => questionnaire.Questions.Select(question => question.Id);

    public IEnumerable<QuestionState> Values => states.AsReadOnly();

    public QuestionState this[string key] => states[questionnaire.Orders[key]];

    public bool ContainsKey(string key) => questionnaire.Orders.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out QuestionState value)
    {
        var known = questionnaire.Orders.TryGetValue(key, out var order);
        value = known ? states[order] : default;
        return known;
    }

    public IEnumerator<KeyValuePair<string, QuestionState>> GetEnumerator() =>
        questionnaire.Questions.Select(question => KeyValuePair.Create(question.Id, states[question.Order])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
