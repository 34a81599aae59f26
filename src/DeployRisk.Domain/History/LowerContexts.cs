using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.History;

/// <summary>Finds context answers that are lower than before, and the questions that this hid.</summary>
internal static class LowerContexts
{
    public static IReadOnlyList<LowerContext> Of(Questionnaire questionnaire, ScoredSheet before, ScoredSheet now)
    {
        var lowered = questionnaire.Context
            .Where(context => IsLower(context, before.Sheet.Context, now.Sheet.Context))
            .ToList();
        var hidden = questionnaire.Questions
            .Where(question => WasHidden(questionnaire, question, before, now))
            .ToList();
        return
        [
            .. lowered.Select(context => new LowerContext(
                context.Id,
                Options(context, before.Sheet.Context, without: now.Sheet.Context),
                Options(context, now.Sheet.Context, without: null),
                [.. hidden.Where(question => IsHiddenBy(questionnaire, question, context, lowered, before, now)).Select(question => question.Id)])),
        ];
    }

    private static bool IsLower(ContextQuestion context, ReleaseContext before, ReleaseContext now) =>
        context.Kind == ContextQuestionKind.Level
            ? now.Level(context.Id) < before.Level(context.Id)
            : now.IsAnswered(context.Id) && Dropped(context, before, now).Any();

    /// <summary>Giving up "none of these" is no lower answer.</summary>
    private static IEnumerable<string> Dropped(ContextQuestion context, ReleaseContext before, ReleaseContext now) =>
        context.Options
            .Where(option => !option.Exclusive && before.Includes(context.Id, option.Id) && !now.Includes(context.Id, option.Id))
            .Select(option => option.Id);

    private static IReadOnlyList<string> Options(ContextQuestion context, ReleaseContext answers, ReleaseContext? without)
    {
        if (context.Kind == ContextQuestionKind.Level)
        {
            return answers.Level(context.Id) is { } level ? [level.ToString(CultureInfo.InvariantCulture)] : [];
        }

        return without is null
            ? [.. context.Options.Where(option => answers.Includes(context.Id, option.Id)).Select(option => option.Id)]
            : [.. Dropped(context, answers, without)];
    }

    /// <summary>Asked then and hidden now, while the form of now would show it in the context of then.</summary>
    private static bool WasHidden(Questionnaire questionnaire, Question question, ScoredSheet before, ScoredSheet now) =>
        before.Card.States.TryGetValue(question.Id, out var then) && then != QuestionState.Hidden
        && now.Card.States.TryGetValue(question.Id, out var today) && today == QuestionState.Hidden
        && Visibility.IsShown(questionnaire, question, now.Sheet.Form, before.Sheet.Context);

    /// <summary>One lowered answer hides a question when restoring it alone shows it; else all that it reads do together.</summary>
    private static bool IsHiddenBy(
        Questionnaire questionnaire,
        Question question,
        ContextQuestion context,
        List<ContextQuestion> lowered,
        ScoredSheet before,
        ScoredSheet now)
    {
        bool ShowsIt(ContextQuestion restored) => Visibility.IsShown(
            questionnaire, question, now.Sheet.Form, Restore(now.Sheet.Context, before.Sheet.Context, restored.Id));

        return lowered.Exists(ShowsIt) ? ShowsIt(context) : Reads(question).Contains(context.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Reads(Question question) =>
        question.Gates.Select(gate => gate.When).Prepend(question.VisibleWhen).SelectMany(condition => condition?.Reads() ?? []);

    private static ReleaseContext Restore(ReleaseContext now, ReleaseContext before, string id)
    {
        var levels = now.Levels.ToDictionary(StringComparer.Ordinal);
        var choices = now.Choices.ToDictionary(StringComparer.Ordinal);
        if (before.Level(id) is { } level)
        {
            levels[id] = level;
        }

        if (before.Choices.TryGetValue(id, out var chosen))
        {
            choices[id] = chosen;
        }

        return new ReleaseContext(levels, choices);
    }
}
