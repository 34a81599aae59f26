using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Tests.Questionnaires;

public sealed class QuestionnaireFaultTests
{
    private const string Question = "categories[0].questions[0]";

    [Fact]
    public void SmallQuestionnaire_AsItIs_HasNoFault() =>
        Assert.Equal(["AVA-1", "AVA-2"], SmallQuestionnaire.Load(SmallQuestionnaire.Text).Questions.Select(question => question.Id));

    [Theory]
    [InlineData("version", null, "$", "\"version\" is missing")]
    [InlineData("extra", "1", "$.extra", "not known here")]
    [InlineData("id", "7", "$.id", "must be a text")]
    [InlineData("title", """{"en": "Only English"}""", "$.title", "\"fr\" is missing")]
    [InlineData("title", """{"en": "x", "fr": " "}""", "$.title.fr", "empty")]
    [InlineData("rules.go", "[50, 50, 60]", "$.rules.go", "needs exactly 5")]
    [InlineData("rules.scale", "[0, 20, 10, 80, 100]", "$.rules.scale[2]", "must not fall")]
    [InlineData("rules.noGo", "[30, 30, 40, 50, 90]", "$.rules", "above the Go line")]
    [InlineData("rules.floorNeeds", "2.5", "$.rules.floorNeeds", "whole number")]
    [InlineData("rules.riskRank", """{"hardGate": 40, "conditionalGate": 20, "softGate": 5}""", "$.rules.riskRank.softGate", "not known here")]
    [InlineData("rules.effortDays.S", "0", "$.rules.effortDays.S", "person-days")]
    [InlineData("rules.tier.criticality", "\"CTX-9\"", "$.rules.tier", "not a context question with levels")]
    [InlineData("context[0].options", """[{"id": "0", "text": {"en": "a", "fr": "b"}}, {"id": "2", "text": {"en": "a", "fr": "b"}}]""", "$.context[0].options", "\"0\" to \"4\"")]
    [InlineData("context[1].id", "\"CTX-1\"", "$.context[1]", "given twice")]
    [InlineData("context[0].articlePoints", """["Z9"]""", "$.context[0].articlePoints", "not known")]
    [InlineData("categories[0].weight", "0", "$.categories[0].weight", "whole number")]
    [InlineData("categories[0].questions", "[]", "$.categories[0].questions", "empty")]
    [InlineData("categories[0].code", "\"XYZ\"", "$.categories[0].questions[0].id", "does not begin with")]
    [InlineData(Question + ".id", "\"AVA-2\"", "$.categories[0].questions[1]", "given twice")]
    [InlineData(Question + ".id", "\"CTX-1\"", "$.categories[0].questions[0]", "given twice")]
    [InlineData(Question + ".weight", "6", "$." + Question + ".weight", "from 1 to 5")]
    [InlineData(Question + ".effort", "\"XL\"", "$." + Question + ".effort", "not one of")]
    [InlineData(Question + ".core", "\"yes\"", "$." + Question + ".core", "must be")]
    [InlineData(Question + ".levels[4]", """{"en": "4"}""", "$." + Question + ".levels[4]", "\"fr\" is missing")]
    [InlineData(Question + ".levels", """[{"en": "a", "fr": "a"}]""", "$." + Question + ".levels", "exactly 5")]
    [InlineData(Question + ".sources[0].url", "\"javascript:alert(1)\"", "$." + Question + ".sources[0].url", "http or https")]
    [InlineData(Question + ".sources[0].url", null, "$." + Question + ".sources[0]", "\"url\" is missing")]
    [InlineData(Question + ".stories", """["fire-2003"]""", "$." + Question + ".stories", "\"fire-2003\" is not known")]
    [InlineData("stories", null, "$." + Question + ".stories", "\"flood-2002\" is not known")]
    [InlineData("stories[0].lesson", """{"en": "l"}""", "$.stories[0].lesson", "\"fr\" is missing")]
    [InlineData("stories[0].sources", "[]", "$.stories[0].sources", "empty")]
    [InlineData("stories[0].sources[0].url", "\"wiki\"", "$.stories[0].sources[0].url", "http or https")]
    [InlineData(Question + ".visibleWhen", """{"question": "AVA-2", "atLeast": 1}""", "$." + Question + ".visibleWhen", "context questions only")]
    [InlineData(Question + ".visibleWhen", """{"question": "AVA-1", "atLeast": 1}""", "$." + Question + ".visibleWhen", "depends on itself")]
    [InlineData(Question + ".visibleWhen", """{"question": "CTX-9", "atLeast": 1}""", "$." + Question + ".visibleWhen", "multiple choice")]
    [InlineData(Question + ".visibleWhen", """{"question": "CTX-1", "includes": "data"}""", "$." + Question + ".visibleWhen", "has levels")]
    [InlineData(Question + ".visibleWhen", """{"question": "CTX-9", "includes": "nope"}""", "$." + Question + ".visibleWhen", "no option")]
    [InlineData(Question + ".visibleWhen", """{"all": []}""", "$." + Question + ".visibleWhen.all", "empty")]
    [InlineData(Question + ".visibleWhen", """{"question": "CTX-1"}""", "$." + Question + ".visibleWhen", "exactly one of")]
    [InlineData(Question + ".visibleWhen", """{"any": [{"question": "CTX-1", "atLeast": 0}]}""", "$." + Question + ".visibleWhen.any[0].atLeast", "from 1 to 4")]
    [InlineData(Question + ".gates[0].when.all[1].not.question", "\"AVA-9\"", "$." + Question + ".gates[0].when.all[1].not", "not a question")]
    [InlineData(Question + ".gates[0].when", """{"question": "AVA-1", "atLeast": 2}""", "$." + Question + ".gates[0].when", "its own question")]
    [InlineData(Question + ".gates[0].atMost", "4", "$." + Question + ".gates[0].atMost", "from 0 to 3")]
    [InlineData(Question + ".gates[0].effect", "\"soft\"", "$." + Question + ".gates[0].effect", "not one of")]
    [InlineData(Question + ".gates[0].because", null, "$." + Question + ".gates[0]", "\"because\" is missing")]
    public void Load_OneThingBroken_ReportsFileAndPath(string path, string? json, string faultAt, string message)
    {
        var faults = SmallQuestionnaire.Faults(SmallQuestionnaire.With(path, json));

        Assert.Contains(faults, fault => fault.File == "small.json" && fault.Path == faultAt && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""[{"atMost": 1, "effect": "hard", "because": B}, {"atMost": 0, "effect": "warning", "because": B}]""", 1)]
    [InlineData("""[{"atMost": 1, "when": {"question": "CTX-1", "atLeast": 2}, "effect": "hard", "because": B}, {"atMost": 1, "when": {"question": "CTX-1", "atLeast": 3}, "effect": "warning", "because": B}]""", 1)]
    [InlineData("""[{"atMost": 1, "when": {"question": "AVA-2", "atLeast": 2}, "effect": "hard", "because": B}, {"atMost": 1, "when": {"not": {"question": "AVA-2", "atLeast": 2}}, "effect": "hard", "because": B}, {"atMost": 0, "when": {"question": "CTX-1", "atMost": 2}, "effect": "warning", "because": B}]""", 2)]
    [InlineData("""[{"atMost": 1, "when": {"question": "CTX-9", "includes": "none"}, "effect": "hard", "because": B}]""", 0)] // asked only when it includes data
    [InlineData("""[{"atMost": 1, "when": {"all": [{"question": "CTX-1", "atLeast": 3}, {"question": "CTX-1", "atMost": 2}]}, "effect": "hard", "because": B}]""", 0)]
    public void Load_GateThatCanNeverFire_IsAFault(string gates, int index)
    {
        var faults = SmallQuestionnaire.Faults(SmallQuestionnaire.With(Question + ".gates", gates.Replace("B", """{"en": "b", "fr": "b"}""", StringComparison.Ordinal)));

        var fault = Assert.Single(faults);
        Assert.Equal($"$.{Question}.gates[{index}]", fault.Path);
        Assert.Contains("can never fire", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_GateThatAnEarlierOneLeavesRoomFor_IsNoFault()
    {
        const string Gates = """[{"atMost": 0, "effect": "hard", "because": B}, {"atMost": 1, "effect": "conditional", "because": B}]""";

        SmallQuestionnaire.Load(SmallQuestionnaire.With(Question + ".gates", Gates.Replace("B", """{"en": "b", "fr": "b"}""", StringComparison.Ordinal)));
    }

    [Fact]
    public void Load_MutualVisibility_IsReportedForBoth()
    {
        var json = SmallQuestionnaire.With(Question + ".visibleWhen", """{"question": "AVA-2", "atLeast": 1}""")
            .Replace("\"id\":\"AVA-2\",", "\"id\":\"AVA-2\",\"visibleWhen\":{\"question\":\"AVA-1\",\"atLeast\":1},", StringComparison.Ordinal);

        var cycles = SmallQuestionnaire.Faults(json).Where(fault => fault.Message.Contains("depends on itself", StringComparison.Ordinal));

        Assert.Equal(2, cycles.Count());
    }

    [Fact]
    public void Load_PropertyGivenTwice_IsAFault()
    {
        var json = SmallQuestionnaire.Text.Replace("\"version\": \"1.0.0\",", "\"version\": \"1\", \"version\": \"2\",", StringComparison.Ordinal);

        Assert.Contains(SmallQuestionnaire.Faults(json), fault => fault.Message.Contains("\"version\" is given twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_SeveralFaults_AreAllReportedAtOnce()
    {
        var json = SmallQuestionnaire.With(Question + ".weight", "9").Replace("\"effort\":\"S\"", "\"effort\":\"Z\"", StringComparison.Ordinal);

        Assert.Equal(2, SmallQuestionnaire.Faults(json).Count);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "must hold an object")]
    [InlineData("\u0000\u0001", "not JSON")]
    public void Load_NotAQuestionnaire_SaysSo(string content, string message) =>
        Assert.Contains(message, Assert.Single(SmallQuestionnaire.Faults(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_NestedWithoutEnd_IsAFault() =>
        Assert.Contains("not JSON", Assert.Single(SmallQuestionnaire.Faults(new string('[', 100_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_LargerThanOneMiB_IsAFault() =>
        Assert.Contains("1 MiB", Assert.Single(SmallQuestionnaire.Faults(SmallQuestionnaire.Text + new string(' ', 1024 * 1024))).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_MissingFile_IsAFault()
    {
        var exception = Assert.Throws<InvalidQuestionnaireException>(() => QuestionnaireLoader.Load("/nowhere/at-all.json"));

        Assert.Equal("at-all.json", Assert.Single(exception.Faults).File);
    }

    [Fact]
    public void Load_FolderWithoutQuestionnaire_IsAFault() => SmallQuestionnaire.InFolder(folder =>
    {
        var exception = Assert.Throws<InvalidQuestionnaireException>(() => QuestionnaireLoader.Load(folder));
        Assert.Equal("questionnaire.json: $: The file is missing.", exception.Message);
        return true;
    });

    [Fact]
    public void Load_CategoryFileAlone_ChecksTheQuestionnaireThatListsIt() => SmallQuestionnaire.InFolder(folder =>
    {
        var file = Split(folder);

        Assert.Equal("small", QuestionnaireLoader.Load(file).Id);
        Assert.Equal("small", QuestionnaireLoader.Load(folder).Id);
        File.Delete(Path.Combine(folder, "questionnaire.json"));
        var fault = Assert.Single(Assert.Throws<InvalidQuestionnaireException>(() => QuestionnaireLoader.Load(file)).Faults);
        Assert.Contains("file of one category", fault.Message, StringComparison.Ordinal);
        return true;
    });

    [Fact]
    public void Load_FaultInACategoryFile_NamesThatFile() => SmallQuestionnaire.InFolder(folder =>
    {
        var file = Split(folder);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"weight\":3", "\"weight\":33", StringComparison.Ordinal));

        var fault = Assert.Single(Assert.Throws<InvalidQuestionnaireException>(() => QuestionnaireLoader.Load(folder)).Faults);
        Assert.Equal(("availability.json", "$.questions[0].weight"), (fault.File, fault.Path));
        return true;
    });

    [Fact]
    public void Hash_OtherLayout_IsTheSameAndOtherContentIsNot()
    {
        var pretty = SmallQuestionnaire.Load(SmallQuestionnaire.Text).Hash;
        var minified = SmallQuestionnaire.Load(SmallQuestionnaire.With("id", "\"small\"")).Hash;
        var changed = SmallQuestionnaire.Load(SmallQuestionnaire.With("categories[0].weight", "2")).Hash;

        Assert.Equal(pretty, minified);
        Assert.NotEqual(pretty, changed);
        Assert.Matches("^[0-9a-f]{64}$", pretty);
    }

    /// <summary>Writes the small questionnaire as a folder; gives the path of its category's file.</summary>
    private static string Split(string folder)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(SmallQuestionnaire.Text)!;
        var file = Path.Combine(folder, "availability.json");
        File.WriteAllText(file, root["categories"]![0]!.ToJsonString());
        root["categories"] = new System.Text.Json.Nodes.JsonArray("availability.json");
        File.WriteAllText(Path.Combine(folder, "questionnaire.json"), root.ToJsonString());
        return file;
    }
}
