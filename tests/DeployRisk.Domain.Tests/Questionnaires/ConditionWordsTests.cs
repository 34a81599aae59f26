using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Questionnaires;

public sealed class ConditionWordsTests
{
    private static readonly Questionnaire Questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Ask("AVA-2").Build();

    public static TheoryData<Condition, string, string> Wordings => new()
    {
        { new Condition.AtLeast("CTX-1", 3), "title (CTX-1) is 3 or higher", "title (fr) (CTX-1) vaut 3 ou plus" },
        { new Condition.AtLeast("CTX-1", 4), "title (CTX-1) is 4", "title (fr) (CTX-1) vaut 4" },
        { new Condition.AtMost("CTX-1", 1), "title (CTX-1) is 1 or lower", "title (fr) (CTX-1) vaut 1 ou moins" },
        { new Condition.AtMost("CTX-1", 0), "title (CTX-1) is 0", "title (fr) (CTX-1) vaut 0" },
        { new Condition.AtLeast("AVA-2", 3), "AVA-2 is at level 3 or higher", "AVA-2 est au niveau 3 ou plus" },
        { new Condition.AtMost("AVA-2", 1), "AVA-2 is at level 1 or lower", "AVA-2 est au niveau 1 ou moins" },
        {
            new Condition.Includes("CTX-9", "data"),
            "title (CTX-9) includes “data”",
            "title (fr) (CTX-9) comprend «\u00a0data (fr)\u00a0»"
        },
        {
            new Condition.Not(new Condition.Includes("CTX-9", "data")),
            "title (CTX-9) does not include “data”",
            "title (fr) (CTX-9) ne comprend pas «\u00a0data (fr)\u00a0»"
        },
        {
            new Condition.Not(new Condition.AtLeast("AVA-2", 3)),
            "AVA-2 is below level 3 or has no level",
            "AVA-2 est sous le niveau 3 ou n’a pas de niveau"
        },
        {
            new Condition.Not(new Condition.AtMost("CTX-1", 2)),
            "title (CTX-1) is above 2",
            "title (fr) (CTX-1) est au-dessus de 2"
        },
        {
            new Condition.All([new Condition.AtLeast("AVA-1", 1), new Condition.AtLeast("AVA-2", 2), new Condition.AtMost("CTX-2", 3)]),
            "AVA-1 is at level 1 or higher, AVA-2 is at level 2 or higher and title (CTX-2) is 3 or lower",
            "AVA-1 est au niveau 1 ou plus, AVA-2 est au niveau 2 ou plus et title (fr) (CTX-2) vaut 3 ou moins"
        },
        {
            new Condition.All([new Condition.AtMost("CTX-1", 1), new Condition.Any([new Condition.AtLeast("AVA-1", 4), new Condition.AtMost("AVA-2", 0)])]),
            "title (CTX-1) is 1 or lower and (AVA-1 is at level 4 or AVA-2 is at level 0)",
            "title (fr) (CTX-1) vaut 1 ou moins et (AVA-1 est au niveau 4 ou AVA-2 est au niveau 0)"
        },
        {
            new Condition.Any([new Condition.Includes("CTX-9", "data"), new Condition.AtLeast("CTX-5", 3), new Condition.Includes("CTX-9", "money")]),
            "title (CTX-9) includes “data” or “money” or title (CTX-5) is 3 or higher",
            "title (fr) (CTX-9) comprend «\u00a0data (fr)\u00a0» ou «\u00a0money (fr)\u00a0» ou title (fr) (CTX-5) vaut 3 ou plus"
        },
        {
            new Condition.Not(new Condition.Any([new Condition.AtLeast("CTX-1", 3), new Condition.AtLeast("CTX-2", 3)])),
            "title (CTX-1) is below 3 and title (CTX-2) is below 3",
            "title (fr) (CTX-1) est au-dessous de 3 et title (fr) (CTX-2) est au-dessous de 3"
        },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Describe_EveryKindOfCondition_ReadsAsASentence(Condition condition, string english, string french)
    {
        Assert.Equal(english, ConditionWords.Describe(condition, Questionnaire, Language.English));
        Assert.Equal(french, ConditionWords.Describe(condition, Questionnaire, Language.French));
    }
}
