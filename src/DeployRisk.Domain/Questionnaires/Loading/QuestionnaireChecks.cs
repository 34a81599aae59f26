namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Checks what no single value shows: ids, references, and gates that could never fire.</summary>
internal sealed class QuestionnaireChecks(
    JsonItem root,
    ScoringRules rules,
    IReadOnlyList<Located<ContextQuestion>> context,
    IReadOnlyList<ArticlePoint> points,
    IReadOnlyList<Located<Story>> stories,
    IReadOnlyList<Located<Category>> categories,
    IReadOnlyList<Located<Question>> questions)
{
    private readonly Dictionary<string, ContextQuestion> _context = ById(context, question => question.Id);
    private readonly Dictionary<string, Question> _questions = ById(questions, question => question.Id);
    private readonly HashSet<string> _points = [.. points.Select(point => point.Id)];
    private readonly HashSet<string> _stories = [.. stories.Select(story => story.Value.Id)];

    public void Run()
    {
        CheckIds();
        CheckTier();
        foreach (var question in context)
        {
            CheckPoints(question.Place, question.Value.ArticlePoints);
        }

        foreach (var question in questions)
        {
            CheckQuestion(question.Value, question.Place);
        }

        CheckCycles();
    }

    private static Dictionary<string, T> ById<T>(IEnumerable<Located<T>> items, Func<T, string> id) =>
        items.DistinctBy(item => id(item.Value)).ToDictionary(item => id(item.Value), item => item.Value, StringComparer.Ordinal);

    private void CheckIds()
    {
        var ids = context.Select(item => (item.Value.Id, item.Place)).Concat(questions.Select(item => (item.Value.Id, item.Place)));
        ReportRepeats(ids, "The id \"{0}\" is given twice; ids of questions and context questions are unique.");
        ReportRepeats(stories.Select(item => (item.Value.Id, item.Place)), "The story id \"{0}\" is given twice.");
        ReportRepeats(categories.Select(item => (item.Value.Id, item.Place)), "The category id \"{0}\" is given twice.");
        ReportRepeats(categories.Select(item => (item.Value.Code, item.Place)), "The category code \"{0}\" is given twice.");
        foreach (var twice in points.GroupBy(point => point.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            root.Get("articlePoints").Fault($"The article point \"{twice.Key}\" is given twice.");
        }

        foreach (var category in categories.Where(category => category.Value.Code.Length > 0))
        {
            var prefix = category.Value.Code + "-";
            foreach (var question in questions.Where(question => question.Value.CategoryId == category.Value.Id
                && !question.Value.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                question.Place.Get("id").Fault($"\"{question.Value.Id}\" does not begin with its category's code \"{prefix}\".");
            }
        }
    }

    private static void ReportRepeats(IEnumerable<(string Id, JsonItem Place)> items, string message)
    {
        foreach (var repeat in items.Where(item => item.Id.Length > 0).GroupBy(item => item.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            repeat.Place.Fault(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, repeat.Id));
        }
    }

    private void CheckTier()
    {
        var place = root.Get("rules").Get("tier");
        foreach (var id in (string[])[rules.Tier.Criticality, rules.Tier.Reach, .. rules.Tier.RaisedBy])
        {
            if (_context.GetValueOrDefault(id)?.Kind != ContextQuestionKind.Level && id.Length > 0)
            {
                place.Fault($"\"{id}\" is not a context question with levels.");
            }
        }
    }

    private void CheckQuestion(Question question, JsonItem place)
    {
        CheckPoints(place, question.ArticlePoints);
        CheckStories(place, question.Stories);
        var sound = question.VisibleWhen is not { } visible
            || CheckCondition(visible, place.Get("visibleWhen"), question, "Visibility", readsAnswers: false);
        if (question.NotApplicable?.RefusedWhen is { } refused)
        {
            CheckCondition(refused, place.Get("notApplicable").Get("refusedWhen"), question, "A refusal", readsAnswers: true);
        }

        var gates = place.Find("gates")?.Items() ?? [];
        foreach (var (gate, item) in question.Gates.Zip(gates).Where(pair => pair.First.When is not null))
        {
            sound &= CheckCondition(gate.When!, item.Get("when"), question, "A gate", readsAnswers: true);
        }

        if (sound)
        {
            new GateReachability(question, _context, _questions).Report(gates);
        }
    }

    private void CheckPoints(JsonItem place, IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(id => id.Length > 0 && !_points.Contains(id)))
        {
            place.Get("articlePoints").Fault($"The article point \"{id}\" is not known.");
        }
    }

    private void CheckStories(JsonItem place, IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(id => id.Length > 0 && !_stories.Contains(id)))
        {
            place.Get("stories").Fault($"The story \"{id}\" is not known; the questionnaire's \"stories\" has it, or the name of the file that has it.");
        }
    }

    private bool CheckCondition(Condition condition, JsonItem place, Question owner, string what, bool readsAnswers)
    {
        switch (condition)
        {
            case Condition.All all:
                return CheckParts(all.Parts, place.Get("all"), owner, what, readsAnswers);
            case Condition.Any any:
                return CheckParts(any.Parts, place.Get("any"), owner, what, readsAnswers);
            case Condition.Not not:
                return CheckCondition(not.Part, place.Get("not"), owner, what, readsAnswers);
            default:
                var fault = ComparisonFault(condition, owner, what, readsAnswers);
                if (fault is not null)
                {
                    place.Fault(fault);
                }

                return fault is null;
        }
    }

    private bool CheckParts(IReadOnlyList<Condition> parts, JsonItem place, Question owner, string what, bool readsAnswers)
    {
        var sound = parts.Count > 0;
        foreach (var (part, item) in parts.Zip(place.Items()))
        {
            sound &= CheckCondition(part, item, owner, what, readsAnswers);
        }

        return sound;
    }

    private string? ComparisonFault(Condition condition, Question owner, string what, bool readsAnswers)
    {
        var id = condition.Reads().Single();
        if (_context.TryGetValue(id, out var read))
        {
            return (condition, read.Kind) switch
            {
                (Condition.Includes, ContextQuestionKind.Level) => $"\"{id}\" has levels; compare it with \"atLeast\" or \"atMost\".",
                (Condition.AtLeast or Condition.AtMost, ContextQuestionKind.Multiple) => $"\"{id}\" is a multiple choice; use \"includes\".",
                (Condition.Includes includes, _) when read.Options.All(option => option.Id != includes.Option) => $"\"{id}\" has no option \"{includes.Option}\".",
                _ => null,
            };
        }

        if (!_questions.ContainsKey(id))
        {
            return $"\"{id}\" is not a question or context question.";
        }

        if (!readsAnswers)
        {
            return $"{what} may read context questions only, and \"{id}\" is answered in the form.";
        }

        if (id == owner.Id)
        {
            return $"{what} of \"{id}\" may not read its own question.";
        }

        return condition is Condition.Includes ? $"\"{id}\" has levels; compare it with \"atLeast\" or \"atMost\"." : null;
    }

    /// <summary>Questions whose visibility depends, through others, on themselves.</summary>
    private void CheckCycles()
    {
        foreach (var question in questions.Where(question => Reaches(question.Value, question.Value.Id, [])))
        {
            question.Place.Get("visibleWhen").Fault($"The visibility of \"{question.Value.Id}\" depends on itself.");
        }
    }

    private bool Reaches(Question from, string target, HashSet<string> seen) =>
        (from.VisibleWhen?.Reads() ?? []).Any(id =>
            id == target || (seen.Add(id) && _questions.TryGetValue(id, out var next) && Reaches(next, target, seen)));
}
