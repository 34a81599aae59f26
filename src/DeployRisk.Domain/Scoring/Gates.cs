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
        AtLevel(reading.Compiled(question), level, reading.Values);

    /// <summary>The outcome if the question were answered "I don't know" and all others stayed as they are.</summary>
    public static GateOutcome AsUnknown(Question question, Reading reading)
    {
        var atZero = AtLevel(question, 0, reading) with { IsUnknown = true };
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
    public static int? LowestRelief(Question question, Reading reading) =>
        LowestLevelBelow(Judge(question, reading).Severity, question, reading);

    /// <summary>The lowest level above the present one at which the gate is no condition any more, or null.</summary>
    public static int? LowestLift(Question question, Reading reading) =>
        LowestLevelBelow(GateSeverity.Unverified, question, reading);

    private static int? LowestLevelBelow(GateSeverity severity, Question question, Reading reading)
    {
        var compiled = reading.Compiled(question);
        var values = compiled.GatesReadOwnLevel ? [.. reading.Values] : reading.Values;
        for (var level = reading.Level(question) + 1; level <= Question.TopLevel; level++)
        {
            if (compiled.GatesReadOwnLevel)
            {
                values[question.Order] = level;
            }

            if (AtLevel(compiled, level, values).Severity < severity)
            {
                return level;
            }
        }

        return null;
    }

    private static GateOutcome AtLevel(CompiledQuestion question, int level, int[] values)
    {
        foreach (var gate in question.Gates)
        {
            if (gate.Matches(level, values))
            {
                return new GateOutcome(gate.Severity, gate);
            }
        }

        return GateOutcome.None;
    }

    /// <summary>A relief hides the gate, but nobody knows the level: unverified where a gate could open in this context.</summary>
    private static GateOutcome Unverified(Question question, Reading reading)
    {
        foreach (var gate in reading.Compiled(question).Gates)
        {
            if (gate.Severity != GateSeverity.Warning && gate.CanHold(reading.Values))
            {
                return new GateOutcome(GateSeverity.Unverified, gate, IsUnknown: true);
            }
        }

        return GateOutcome.None;
    }
}
