using CsCheck;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Tests.Builders;

/// <summary>Random small questionnaires, with answers to them.</summary>
internal static class Generate
{
    private static readonly string[] Ids = ["AVA-1", "AVA-2", "AVA-3", "USR-1", "USR-2", "CST-1"];

    /// <summary>A questionnaire of up to <paramref name="maxQuestions"/> questions whose gates read each other, and a full sheet.</summary>
    public static Gen<(Questionnaire Questionnaire, AnswerSheet Sheet)> Case(int maxQuestions) =>
        from count in Gen.Int[1, maxQuestions]
        from questions in Gen.Select(Gen.Int[1, 5], Gen.Enum<EffortSize>(), Gen.Bool, Gates(count)).Array[count]
        from answers in Gen.Int[-1, 4].Array[count]
        from context in Gen.Int[0, 4].Array[3]
        from rules in Rules
        select (Build(questions, rules), Sheet.Of(
            Sheet.Context(("CTX-1", context[0]), ("CTX-2", context[1]), ("CTX-5", context[2])),
            [.. answers.Select((answer, index) => (Ids[index], (object)(answer < 0 ? "?" : answer)))]));

    private static Gen<Func<ScoringRules, ScoringRules>> Rules =>
        from floorNeeds in Gen.Int[1, 3]
        from coverage in Gen.OneOf(Gen.Const(0), Gen.Const(50), Gen.Const(85))
        select (Func<ScoringRules, ScoringRules>)(rules => rules with { FloorNeeds = floorNeeds, GoNeedsCoveragePercent = coverage });

    private static Gen<Gate[]> Gates(int count) =>
        (from atMost in Gen.Int[0, 3]
         from effect in Gen.Enum<GateEffect>()
         from condition in Conditions(count)
         select QuestionnaireBuilder.Gate(atMost, effect, condition)).Array[0, 3];

    private static Gen<Condition?> Conditions(int count)
    {
        var reads = from index in Gen.Int[0, count - 1] from level in Gen.Int[1, 4] select (Condition)new Condition.AtLeast(Ids[index], level);
        var readsLow = from index in Gen.Int[0, count - 1] from level in Gen.Int[0, 3] select (Condition)new Condition.AtMost(Ids[index], level);
        var context = from level in Gen.Int[0, 4] select (Condition)new Condition.AtLeast("CTX-1", level);
        var one = Gen.OneOf(reads, readsLow, context);
        var several = one.Array[1, 2].Select(parts => (Condition)new Condition.All(parts));
        var none = Gen.Const((Condition?)null);
        return Gen.OneOf<Condition?>(none, one!, several!, one.Select(part => (Condition?)new Condition.Not(part)));
    }

    private static Questionnaire Build((int Weight, EffortSize Effort, bool Opens, Gate[] Gates)[] questions, Func<ScoringRules, ScoringRules> rules)
    {
        var builder = new QuestionnaireBuilder().Rules(rules);
        foreach (var (index, question) in questions.Index())
        {
            builder.Ask(Ids[index], question.Weight, question.Effort, unknownOpensGate: question.Opens, gates: question.Gates);
        }

        return builder.Build();
    }
}
