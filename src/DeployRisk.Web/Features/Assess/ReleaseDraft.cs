using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Web.Features.Assess;

/// <summary>What is typed and ticked about a release, complete or not.</summary>
public sealed class ReleaseDraft
{
    private readonly Dictionary<string, int> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _choices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenOver = new(StringComparer.Ordinal);

    public string Name { get; set; } = "";

    public DateOnly? PlannedOn { get; set; }

    public AssessmentForm Form { get; set; } = AssessmentForm.Full;

    /// <summary>The context as far as it is answered.</summary>
    public ReleaseContext Context => new(
        new Dictionary<string, int>(_levels),
        _choices.Where(choice => choice.Value.Count > 0).ToDictionary(StringComparer.Ordinal));

    /// <summary>A new release whose context starts with what may be taken over from the last assessment.</summary>
    public static ReleaseDraft New(Questionnaire questionnaire, DateOnly today, ReleaseContext? last)
    {
        var draft = new ReleaseDraft { PlannedOn = today };
        if (last is not null)
        {
            draft.Fill(last.Prefilled(questionnaire), questionnaire);
            draft._takenOver.UnionWith(draft._levels.Keys.Concat(draft._choices.Keys));
        }

        return draft;
    }

    public static ReleaseDraft Of(Release release, Questionnaire questionnaire)
    {
        var draft = new ReleaseDraft { Name = release.Name, PlannedOn = release.PlannedOn, Form = release.Form };
        draft.Fill(release.Context, questionnaire);
        return draft;
    }

    /// <summary>Whether the answer still is the last assessment's.</summary>
    public bool IsTakenOver(string contextId) => _takenOver.Contains(contextId);

    public bool Has(string contextId, string optionId) =>
        _choices.TryGetValue(contextId, out var chosen) && chosen.Contains(optionId, StringComparer.Ordinal);

    public bool IsAt(string contextId, int level) => _levels.TryGetValue(contextId, out var chosen) && chosen == level;

    public void Choose(string contextId, int level)
    {
        _levels[contextId] = level;
        _takenOver.Remove(contextId);
    }

    /// <summary>Ticks or unticks an option; the exclusive one and the others rule each other out.</summary>
    public void Tick(ContextQuestion question, ContextOption option, bool ticked)
    {
        var before = _choices.GetValueOrDefault(question.Id, []);
        bool MayStay(string id) => id != option.Id && !(ticked && (option.Exclusive || question.Options.Any(other => other.Id == id && other.Exclusive)));
        var chosen = before.Where(MayStay).Concat(ticked ? [option.Id] : Array.Empty<string>()).ToHashSet(StringComparer.Ordinal);
        _choices[question.Id] = [.. question.Options.Select(known => known.Id).Where(chosen.Contains)];
        _takenOver.Remove(question.Id);
    }

    /// <summary>The release as the domain takes it.</summary>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    /// <exception cref="InvalidOperationException">There is no planned day.</exception>
    public Release ToRelease() =>
        new(Name, PlannedOn ?? throw new InvalidOperationException("A release has a planned day."), Form, Context);

    /// <summary>Answers that this questionnaire no longer offers are left out.</summary>
    private void Fill(ReleaseContext context, Questionnaire questionnaire)
    {
        foreach (var question in questionnaire.Context)
        {
            if (question.Kind == ContextQuestionKind.Level && context.Level(question.Id) is { } level)
            {
                _levels[question.Id] = level;
            }
            else if (question.Options.Where(option => context.Includes(question.Id, option.Id)).Select(option => option.Id).ToList() is { Count: > 0 } chosen)
            {
                _choices[question.Id] = chosen;
            }
        }
    }
}
