using System.Text.Json.Nodes;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Tests.Questionnaires;

public sealed class StoryTests
{
    private static readonly Questionnaire BuiltIn = QuestionnaireLoader.LoadBuiltIn();

    [Fact]
    public void BuiltIn_TellsTwentyEightStories_LatestFirst()
    {
        Assert.Equal(28, BuiltIn.Stories.Count);
        Assert.Equal(BuiltIn.Stories.OrderByDescending(story => story.Date, StringComparer.Ordinal), BuiltIn.Stories);
    }

    [Fact]
    public void EveryStory_IsToldInBothLanguages_AndIllustratesAQuestion() =>
        Assert.All(BuiltIn.Stories, story =>
        {
            Assert.All(
                (LocalizedText[])[story.Title, story.Text, story.Lesson],
                text => Assert.NotEqual(text.En, text.Fr));
            Assert.NotEmpty(story.Sources);
            Assert.NotEmpty(story.QuestionIds);
            Assert.All(story.QuestionIds, id => Assert.Contains(story, BuiltIn.StoriesOf(id)));
        });

    [Theory]
    [InlineData("id", "\"second\"", "$.stories[1].id", "given twice")]
    [InlineData("title", """{"en": "Only English"}""", "$.stories[0].title", "\"fr\" is missing")]
    [InlineData("lesson", null, "$.stories[0]", "\"lesson\" is missing")]
    [InlineData("date", "\"last year\"", "$.stories[0].date", "not a year")]
    [InlineData("questions", """["AVA-1", "AVA-9"]""", "$.stories[0].questions[1]", "not a question")]
    [InlineData("questions", "[]", "$.stories[0].questions", "empty")]
    [InlineData("sources", "[]", "$.stories[0].sources", "empty")]
    [InlineData("sources", """[{"title": "t"}]""", "$.stories[0].sources[0]", "\"url\" is missing")]
    [InlineData("sources", """[{"title": "t", "url": "somewhere"}]""", "$.stories[0].sources[0].url", "http or https")]
    [InlineData("extra", "1", "$.stories[0].extra", "not known here")]
    public void AFault_IsReportedWithFileAndPath(string property, string? value, string path, string message)
    {
        var exception = Assert.Throws<InvalidQuestionnaireException>(() => Load(property, value));

        Assert.Contains(exception.Faults, fault => fault.File == "stories.json" && fault.Path == path && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Stories_DoNotEnterTheHash()
    {
        var before = Load("lesson", """{"en": "a", "fr": "b"}""");
        var after = Load("lesson", """{"en": "c", "fr": "d"}""");

        Assert.NotEqual(before.Stories[0].Lesson, after.Stories[0].Lesson);
        Assert.Equal(before.Hash, after.Hash);
    }

    [Fact]
    public void AQuestionnaireWithoutStories_IsFine() =>
        Assert.Empty(SmallQuestionnaire.Load(SmallQuestionnaire.Text).Stories);

    private static Questionnaire Load(string property, string? value)
    {
        var folder = Directory.CreateTempSubdirectory("stories");
        try
        {
            var main = JsonNode.Parse(SmallQuestionnaire.Text)!;
            main["stories"] = "stories.json";
            File.WriteAllText(Path.Combine(folder.FullName, "questionnaire.json"), main.ToJsonString());
            var first = Story("first");
            first.Remove(property);
            if (value is not null)
            {
                first[property] = JsonNode.Parse(value);
            }

            var stories = new JsonObject { ["stories"] = new JsonArray(first, Story("second")) };
            File.WriteAllText(Path.Combine(folder.FullName, "stories.json"), stories.ToJsonString());
            return QuestionnaireLoader.Load(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Story(string id) => new()
    {
        ["id"] = id,
        ["date"] = "2020-02",
        ["title"] = Text(),
        ["text"] = Text(),
        ["lesson"] = Text(),
        ["figures"] = new JsonArray(),
        ["sources"] = new JsonArray(new JsonObject { ["title"] = "t", ["url"] = "https://example.org/" }),
        ["questions"] = new JsonArray("AVA-1"),
    };

    private static JsonObject Text() => new() { ["en"] = "e", ["fr"] = "f" };
}
