namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads the rules of scoring.</summary>
internal static class RulesReader
{
    private const int Tiers = 5;

    public static ScoringRules Read(JsonItem json)
    {
        var risk = json.Get("riskRank");
        var rules = new ScoringRules
        {
            Scale = Rising(json.Get("scale"), 100),
            Tier = ReadTier(json.Get("tier")),
            Go = Rising(json.Get("go"), 100),
            Floor = Rising(json.Get("floor"), 100),
            NoGo = Rising(json.Get("noGo"), 100),
            FloorNeeds = json.Get("floorNeeds").Number(1, 100),
            LinesNeedAskedPercent = json.Get("linesNeedAskedPercent").Number(0, 100),
            GoNeedsCoveragePercent = json.Get("goNeedsCoveragePercent").Number(0, 100),
            MaxNotApplicablePercent = json.Get("maxNotApplicablePercent").Number(0, 100),
            MaxNotApplicablePercentOfCategory = json.Get("maxNotApplicablePercentOfCategory").Number(0, 100),
            NoGoAtConditionals = [.. json.Get("noGoAtConditionals").Exactly(Tiers).Select(item => item.IsNull ? (int?)null : item.Number(1, 1000))],
            MaxWaivedHard = [.. json.Get("maxWaivedHard").Exactly(Tiers).Select(item => item.Number(0, 1000))],
            FullWeightFrom = json.Get("fullWeightFrom").Number(1, 100),
            GoNeedsFullFormAtTier = json.Get("goNeedsFullFormAtTier").Number(0, Tiers),
            RiskOfHardGate = risk.Get("hardGate").Number(0, 1000),
            RiskOfConditionalGate = risk.Get("conditionalGate").Number(0, 1000),
            EffortDays = ReadEffort(json.Get("effortDays")),
        };
        CheckLines(json, rules);
        risk.NothingElse();
        json.NothingElse();
        return rules;
    }

    /// <summary>Five whole numbers from 0, none below the one before it.</summary>
    private static List<int> Rising(JsonItem json, int max)
    {
        var items = json.Exactly(Tiers);
        var numbers = items.Select(item => item.Number(0, max)).ToList();
        for (var index = 1; index < numbers.Count; index++)
        {
            if (numbers[index] < numbers[index - 1])
            {
                items[index].Fault($"{numbers[index]} is below {numbers[index - 1]}; the numbers must not fall.");
            }
        }

        return [.. numbers, .. Enumerable.Repeat(0, Math.Max(0, Tiers - numbers.Count))];
    }

    private static void CheckLines(JsonItem json, ScoringRules rules)
    {
        for (var tier = 0; tier < Tiers; tier++)
        {
            if (rules.NoGo[tier] > rules.Go[tier])
            {
                json.Fault($"At tier {tier} the no-go line {rules.NoGo[tier]} is above the Go line {rules.Go[tier]}.");
            }
        }
    }

    private static TierRule ReadTier(JsonItem json)
    {
        var raised = json.Get("raisedByOne");
        var rule = new TierRule(
            json.Get("criticality").Text(),
            json.Get("reach").Text(),
            json.Get("reachRaisesByAtMost").Number(0, Question.TopLevel),
            raised.Get("atLeast").Number(1, Question.TopLevel),
            raised.Get("questions").Words());
        raised.NothingElse();
        json.NothingElse();
        return rule;
    }

    private static Dictionary<EffortSize, decimal> ReadEffort(JsonItem json)
    {
        var days = new Dictionary<EffortSize, decimal>
        {
            [EffortSize.S] = json.Get("S").Days(),
            [EffortSize.M] = json.Get("M").Days(),
            [EffortSize.L] = json.Get("L").Days(),
        };
        json.NothingElse();
        return days;
    }
}
