using System.Text.Json;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

/// <summary>Reads the input of <c>score</c> strictly: everything that is not as it should be is a fault with its JSON path.</summary>
internal sealed class ScoreInputReader(Questionnaire questionnaire, ScoringMode mode, List<string> faults)
{
    private const string AnswerForms = "a level from 0 to 4, \"unknown\", or {\"notApplicable\": \"the reason\"}";

    /// <summary>The input; null when the file is not an object of JSON. Faults are added to the list.</summary>
    public ScoreInput? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content);
            return ReadRoot(document.RootElement);
        }
        catch (JsonException exception)
        {
            faults.Add($"$: this is not JSON, or it is nested too deep: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            faults.Add("$: a text in the file is not valid UTF-8.");
        }

        return null;
    }

    private ScoreInput? ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add("$: the file must hold an object.");
            return null;
        }

        var properties = Properties(root, "$");
        ReadQuestionnaire(properties);
        var sheet = new AnswerSheet(ReadForm(properties), ReadContext(properties), ReadAnswers(properties));
        var waived = ReadWaived(properties);
        foreach (var name in properties.Keys.Except(["questionnaire", "form", "context", "answers", "waived"], StringComparer.Ordinal))
        {
            faults.Add($"$.{name}: this property is not known; known are questionnaire, form, context, answers and waived.");
        }

        CheckSetAside(sheet);
        return new ScoreInput(sheet, waived);
    }

    private void ReadQuestionnaire(Dictionary<string, JsonElement> properties)
    {
        if (!properties.TryGetValue("questionnaire", out var json))
        {
            faults.Add($"$: the property \"questionnaire\" is missing; use \"{questionnaire.Id}\".");
        }
        else if (json.ValueKind != JsonValueKind.String || json.GetString() != questionnaire.Id)
        {
            faults.Add($"$.questionnaire: this questionnaire is not known; use \"{questionnaire.Id}\".");
        }
    }

    private AssessmentForm ReadForm(Dictionary<string, JsonElement> properties)
    {
        if (!properties.TryGetValue("form", out var json))
        {
            return AssessmentForm.Full;
        }

        switch (json.ValueKind == JsonValueKind.String ? json.GetString() : null)
        {
            case "full":
                return AssessmentForm.Full;
            case "short":
                return AssessmentForm.Short;
            default:
                faults.Add("$.form: this must be \"full\" or \"short\".");
                return AssessmentForm.Full;
        }
    }

    private ReleaseContext ReadContext(Dictionary<string, JsonElement> properties)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        var choices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (id, json) in Section(properties, "context"))
        {
            var path = $"$.context.{id}";
            if (questionnaire.FindContext(id) is not { } question)
            {
                faults.Add($"{path}: there is no such context question.");
            }
            else if (question.Kind == ContextQuestionKind.Level)
            {
                if (ReadLevel(json, path, "a level from 0 to 4") is { } level)
                {
                    levels[id] = level;
                }
            }
            else
            {
                choices[id] = ReadChoices(question, json, path);
            }
        }

        return new ReleaseContext(levels, choices);
    }

    private List<string> ReadChoices(ContextQuestion question, JsonElement json, string path)
    {
        var chosen = ReadWords(json, path, $"an array of options such as [\"{question.Options[0].Id}\"]");
        foreach (var unknown in chosen.Where(id => question.Options.All(option => option.Id != id)))
        {
            faults.Add($"{path}: there is no option \"{unknown}\"; there are {string.Join(", ", question.Options.Select(option => option.Id))}.");
        }

        if (chosen.Count > 1 && question.Options.FirstOrDefault(option => option.Exclusive && chosen.Contains(option.Id)) is { } exclusive)
        {
            faults.Add($"{path}: \"{exclusive.Id}\" cannot stand beside other options.");
        }

        return chosen;
    }

    private Dictionary<string, Answer> ReadAnswers(Dictionary<string, JsonElement> properties)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var (id, json) in Section(properties, "answers"))
        {
            var path = $"$.answers.{id}";
            if (questionnaire.FindQuestion(id) is null)
            {
                faults.Add($"{path}: there is no such question.");
            }
            else if (ReadAnswer(json, path) is { } answer)
            {
                answers[id] = answer;
            }
        }

        return answers;
    }

    private Answer? ReadAnswer(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String when json.GetString() == "unknown":
                return Answer.DontKnow;
            case JsonValueKind.Object:
                return ReadNotApplicable(json, path);
            default:
                return ReadLevel(json, path, AnswerForms) is { } level ? new Answer.AtLevel(level) : null;
        }
    }

    private Answer.NotApplicable? ReadNotApplicable(JsonElement json, string path)
    {
        var properties = Properties(json, path);
        if (properties.Count != 1 || !properties.TryGetValue("notApplicable", out var reason))
        {
            faults.Add($"{path}: this must be {AnswerForms}.");
            return null;
        }

        if (reason.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(reason.GetString()))
        {
            faults.Add($"{path}.notApplicable: the reason is missing; say in a few words why the question does not apply.");
            return null;
        }

        var text = reason.GetString()!.Trim();
        if (text.Length > Answer.NotApplicable.MaxReasonLength)
        {
            faults.Add($"{path}.notApplicable: the reason has {text.Length} characters; at most {Answer.NotApplicable.MaxReasonLength} are allowed.");
        }

        return new Answer.NotApplicable(text);
    }

    private HashSet<string> ReadWaived(Dictionary<string, JsonElement> properties)
    {
        if (!properties.TryGetValue("waived", out var json))
        {
            return [];
        }

        var waived = ReadWords(json, "$.waived", "an array of question ids");
        foreach (var unknown in waived.Where(id => questionnaire.FindQuestion(id) is null))
        {
            faults.Add($"$.waived: there is no question \"{unknown}\".");
        }

        return [.. waived];
    }

    private void CheckSetAside(AnswerSheet sheet)
    {
        var complete = mode == ScoringMode.Partial ? sheet : sheet with { Answers = WithUnknowns(sheet) };
        foreach (var id in sheet.Answers.Where(pair => pair.Value is Answer.NotApplicable).Select(pair => pair.Key))
        {
            var question = questionnaire.Question(id);
            if (question.NotApplicable is null)
            {
                faults.Add($"$.answers.{id}: this question cannot be set aside as not applicable.");
            }
            else if (!Visibility.MayBeNotApplicable(questionnaire, question, complete))
            {
                faults.Add($"$.answers.{id}: not applicable is refused by the context or another answer; give a level or \"unknown\".");
            }
        }
    }

    private Dictionary<string, Answer> WithUnknowns(AnswerSheet sheet) =>
        questionnaire.Questions.ToDictionary(question => question.Id, question => sheet.Answers.GetValueOrDefault(question.Id, Answer.DontKnow));

    private Dictionary<string, JsonElement> Section(Dictionary<string, JsonElement> properties, string name)
    {
        if (!properties.TryGetValue(name, out var json))
        {
            return [];
        }

        if (json.ValueKind == JsonValueKind.Object)
        {
            return Properties(json, $"$.{name}");
        }

        faults.Add($"$.{name}: this must be an object.");
        return [];
    }

    private int? ReadLevel(JsonElement json, string path, string expected)
    {
        if (json.ValueKind == JsonValueKind.Number
            && json.TryGetDecimal(out var level)
            && level is >= 0 and <= Question.TopLevel
            && level == decimal.Truncate(level))
        {
            return (int)level;
        }

        faults.Add($"{path}: this must be {expected}.");
        return null;
    }

    private List<string> ReadWords(JsonElement json, string path, string expected)
    {
        if (json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            faults.Add($"{path}: this must be {expected}.");
            return [];
        }

        var words = json.EnumerateArray().Select(item => item.GetString()!).ToList();
        foreach (var twice in words.GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add($"{path}: \"{twice.Key}\" is given twice.");
        }

        return words;
    }

    private Dictionary<string, JsonElement> Properties(JsonElement json, string path)
    {
        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!properties.TryAdd(property.Name, property.Value))
            {
                faults.Add($"{path}.{property.Name}: this property is given twice.");
            }
        }

        return properties;
    }
}
