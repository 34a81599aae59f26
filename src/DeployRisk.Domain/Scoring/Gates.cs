using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Judges the gate rules of a question: the first rule that matches decides.</summary>
internal static class Gates
{
    /// <summary>The outcome of the question as it is answered.</summary>
    public static GateOutcome Judge(Question question, Reading reading) => reading.State(question) switch
    {
        QuestionState.Level => AtLevel(question, reading.Level(question), reading),
        QuestionState.Unknown => AsUnknown(question, reading),
        _ => GateOutcome.None,
    };

    /// <summary>The outcome if the question were answered with this level and all others stayed as they are.</summary>
    public static GateOutcome AtLevel(Question question, int level, Reading reading) =>
        Outcome(question.Gates.FirstOrDefault(gate =>
            level <= gate.AtMost && Conditions.Holds(gate.When, reading.LevelForConditions, reading.Context)));

    /// <summary>The outcome if the question were answered "I don't know" and all others stayed as they are.</summary>
    public static GateOutcome AsUnknown(Question question, Reading reading)
    {
        var atZero = AtLevel(question, 0, reading);
        if (question.UnknownOpensGate)
        {
            return atZero.Severity >= GateSeverity.Conditional ? atZero : Unverified(question, reading);
        }

        return atZero.Severity switch
        {
            GateSeverity.Hard => atZero with { Severity = GateSeverity.Conditional },
            GateSeverity.Conditional => atZero with { Severity = GateSeverity.Unverified },
            _ => GateOutcome.None,
        };
    }

    /// <summary>The lowest level above the present one at which the gate is less severe, or null.</summary>
    public static int? LowestRelief(Question question, Reading reading)
    {
        var present = Judge(question, reading).Severity;
        return LowestLevel(question, reading, outcome => outcome.Severity < present);
    }

    /// <summary>The lowest level above the present one at which the gate is no condition any more, or null.</summary>
    public static int? LowestLift(Question question, Reading reading) =>
        LowestLevel(question, reading, outcome => !outcome.IsCondition);

    private static int? LowestLevel(Question question, Reading reading, Func<GateOutcome, bool> accept)
    {
        for (var level = reading.Level(question) + 1; level <= Question.TopLevel; level++)
        {
            var raised = reading.With(other => other.Order == question.Order ? level : null);
            if (accept(Judge(question, raised)))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>A relief hides the gate, but nobody knows the level: unverified where a gate could open in this context.</summary>
    private static GateOutcome Unverified(Question question, Reading reading)
    {
        var gate = question.Gates.FirstOrDefault(rule =>
            rule.Effect != GateEffect.Warning && Conditions.CanHold(rule.When, reading.Questionnaire, reading.Context));
        return gate is null ? GateOutcome.None : new GateOutcome(GateSeverity.Unverified, gate);
    }

    private static GateOutcome Outcome(Gate? rule) => rule?.Effect switch
    {
        null => GateOutcome.None,
        GateEffect.Warning => new GateOutcome(GateSeverity.Warning, rule),
        GateEffect.Conditional => new GateOutcome(GateSeverity.Conditional, rule),
        _ => new GateOutcome(GateSeverity.Hard, rule),
    };
}
