using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>An answer sheet as scoring reads it: one state and one level for each question, by its order.</summary>
internal sealed class Reading
{
    private readonly QuestionState[] _states;

    private Reading(Questionnaire questionnaire, AssessmentForm form, ReleaseContext context, ScoringMode mode, QuestionState[] states, int[] values)
    {
        Questionnaire = questionnaire;
        Form = form;
        Context = context;
        Mode = mode;
        Values = values;
        _states = states;
    }

    public Questionnaire Questionnaire { get; }

    public AssessmentForm Form { get; }

    public ReleaseContext Context { get; }

    public ScoringMode Mode { get; }

    /// <summary>What conditions read, by <see cref="Slots"/>: 0 for an unknown, none for a question that is not asked.</summary>
    public int[] Values { get; }

    public static Reading Of(Questionnaire questionnaire, AnswerSheet sheet, ScoringMode mode)
    {
        var reading = new Reading(
            questionnaire,
            sheet.Form,
            sheet.Context,
            mode,
            new QuestionState[questionnaire.Questions.Count],
            questionnaire.Compiled.Slots.Fill(sheet.Context));
        reading.ReadAnswers(sheet);
        reading.ResolveRefusals();
        return reading;
    }

    public CompiledQuestion Compiled(Question question) => Questionnaire.Compiled[question];

    public QuestionState State(Question question) => _states[question.Order];

    public bool IsAsked(Question question) => State(question) is QuestionState.Level or QuestionState.Unknown;

    /// <summary>The level 0-4 of an asked question; an unknown counts as 0.</summary>
    public int Level(Question question) => Math.Max(0, Values[question.Order]);

    /// <summary>The value in hundredths, 0-100; an unknown counts 0 whatever level 0 is worth.</summary>
    public int ValueOf(Question question) => State(question) == QuestionState.Level ? Questionnaire.Compiled.Scale[Level(question)] : 0;

    /// <summary>All states, by id.</summary>
    public IReadOnlyDictionary<string, QuestionState> States => new QuestionStates(Questionnaire.Compiled, _states);

    /// <summary>The same reading with asked questions at other levels; null leaves a question as it is.</summary>
    public Reading With(Func<Question, int?> levelOf)
    {
        var states = (QuestionState[])_states.Clone();
        var values = (int[])Values.Clone();
        foreach (var question in Questionnaire.Questions.Where(IsAsked))
        {
            if (levelOf(question) is { } level)
            {
                states[question.Order] = QuestionState.Level;
                values[question.Order] = level;
            }
        }

        return new Reading(Questionnaire, Form, Context, Mode, states, values);
    }

    private void ReadAnswers(AnswerSheet sheet)
    {
        foreach (var question in Questionnaire.Compiled.Questions)
        {
            var order = question.Order;
            var answer = sheet[question.Id];
            _states[order] = StateOf(question, answer);
            if (_states[order] == QuestionState.Level)
            {
                var level = ((Answer.AtLevel)answer).Level;
                ArgumentOutOfRangeException.ThrowIfNegative(level);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(level, Question.TopLevel);
                Values[order] = level;
            }
            else if (_states[order] == QuestionState.Unknown)
            {
                Values[order] = 0;
            }
        }
    }

    private QuestionState StateOf(Question question, Answer answer)
    {
        var keptVisible = Mode == ScoringMode.Partial && answer is not Answer.Unanswered;
        if (!keptVisible && !Compiled(question).IsShown(Form, Values))
        {
            return QuestionState.Hidden;
        }

        return answer switch
        {
            Answer.AtLevel => QuestionState.Level,
            Answer.Unknown => QuestionState.Unknown,
            Answer.NotApplicable => QuestionState.NotApplicable,
            _ => Missing,
        };
    }

    private QuestionState Missing => Mode == ScoringMode.Submission ? QuestionState.Unknown : QuestionState.Unanswered;

    /// <summary>A refused "not applicable" counts as unanswered; all are judged before one is.</summary>
    private void ResolveRefusals()
    {
        List<Question>? refused = null;
        foreach (var question in Questionnaire.Compiled.Questions)
        {
            if (State(question) == QuestionState.NotApplicable && Compiled(question).IsRefused(Values))
            {
                (refused ??= []).Add(question);
            }
        }

        foreach (var question in refused ?? [])
        {
            _states[question.Order] = Missing;
            Values[question.Order] = Missing == QuestionState.Unknown ? 0 : Slots.Nothing;
        }
    }
}
