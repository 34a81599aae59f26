using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>An answer sheet as scoring reads it: one state and one level for each question, by its order.</summary>
internal sealed class Reading
{
    private readonly int[] _levels;
    private readonly QuestionState[] _states;

    private Reading(Questionnaire questionnaire, AssessmentForm form, ReleaseContext context, ScoringMode mode, QuestionState[] states, int[] levels)
    {
        Questionnaire = questionnaire;
        Form = form;
        Context = context;
        Mode = mode;
        _states = states;
        _levels = levels;
    }

    public Questionnaire Questionnaire { get; }

    public AssessmentForm Form { get; }

    public ReleaseContext Context { get; }

    public ScoringMode Mode { get; }

    public static Reading Of(Questionnaire questionnaire, AnswerSheet sheet, ScoringMode mode)
    {
        var states = new QuestionState[questionnaire.Questions.Count];
        var levels = new int[questionnaire.Questions.Count];
        var reading = new Reading(questionnaire, sheet.Form, sheet.Context, mode, states, levels);
        foreach (var question in questionnaire.Questions)
        {
            states[question.Order] = StateOf(questionnaire, question, sheet, mode);
            if (sheet[question.Id] is Answer.AtLevel at && states[question.Order] == QuestionState.Level)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(at.Level);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(at.Level, Question.TopLevel);
                levels[question.Order] = at.Level;
            }
        }

        reading.ResolveRefusals(mode);
        return reading;
    }

    public QuestionState State(Question question) => _states[question.Order];

    public bool IsAsked(Question question) => State(question) is QuestionState.Level or QuestionState.Unknown;

    /// <summary>The level 0-4 of an asked question; an unknown counts as 0.</summary>
    public int Level(Question question) => _levels[question.Order];

    /// <summary>The level that conditions read: null without one, 0 for unknown.</summary>
    public int? LevelForConditions(string id)
    {
        var question = Questionnaire.FindQuestion(id);
        if (question is null)
        {
            return Context.Level(id);
        }

        return IsAsked(question) ? Level(question) : null;
    }

    /// <summary>The same reading with asked questions at other levels; null leaves a question as it is.</summary>
    public Reading With(Func<Question, int?> levelOf)
    {
        var states = (QuestionState[])_states.Clone();
        var levels = (int[])_levels.Clone();
        foreach (var question in Questionnaire.Questions.Where(IsAsked))
        {
            if (levelOf(question) is { } level)
            {
                states[question.Order] = QuestionState.Level;
                levels[question.Order] = level;
            }
        }

        return new Reading(Questionnaire, Form, Context, Mode, states, levels);
    }

    private static QuestionState StateOf(Questionnaire questionnaire, Question question, AnswerSheet sheet, ScoringMode mode)
    {
        var answer = sheet[question.Id];
        var keptVisible = mode == ScoringMode.Partial && answer is not Answer.Unanswered;
        if (!keptVisible && !Visibility.IsShown(questionnaire, question, sheet.Form, sheet.Context))
        {
            return QuestionState.Hidden;
        }

        return answer switch
        {
            Answer.AtLevel => QuestionState.Level,
            Answer.Unknown => QuestionState.Unknown,
            Answer.NotApplicable => QuestionState.NotApplicable,
            _ => Missing(mode),
        };
    }

    private static QuestionState Missing(ScoringMode mode) =>
        mode == ScoringMode.Submission ? QuestionState.Unknown : QuestionState.Unanswered;

    /// <summary>A refused "not applicable" counts as unanswered.</summary>
    private void ResolveRefusals(ScoringMode mode)
    {
        var setAside = Questionnaire.Questions.Where(question => State(question) == QuestionState.NotApplicable);
        var refused = setAside.Where(IsRefused).ToList();
        foreach (var question in refused)
        {
            _states[question.Order] = Missing(mode);
        }
    }

    private bool IsRefused(Question question) =>
        question.NotApplicable is not { } rule
        || (rule.RefusedWhen is { } refused && Conditions.Holds(refused, LevelForConditions, Context));
}
