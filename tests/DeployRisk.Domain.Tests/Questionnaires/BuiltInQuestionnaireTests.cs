using System.Text.RegularExpressions;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit;

namespace DeployRisk.Domain.Tests.Questionnaires;

public sealed partial class BuiltInQuestionnaireTests
{
    /// <summary>Texts that are the same word in both languages.</summary>
    private static readonly HashSet<string> SameInBoth = ["Tests", "Architecture", "Organisation", "Incident", "SAML", "1"];

    private static readonly Questionnaire BuiltIn = QuestionnaireLoader.LoadBuiltIn();

    public static TheoryData<string, string> ArticlePointRows =>
        new(ArticleMap().Matches(File.ReadAllText(Repository.PathOf("tests", "DeployRisk.Domain.Tests", "Questionnaires", "article-map.md")))
            .Select(row => (row.Groups["id"].Value, row.Groups["cover"].Value)));

    [Fact]
    public void BuiltIn_Content_IsWhole()
    {
        Assert.Equal("deployment-readiness", BuiltIn.Id);
        Assert.Equal(68, BuiltIn.Questions.Count);
        Assert.Equal(40, BuiltIn.Questions.Count(question => question.Core));
        Assert.Equal(10, BuiltIn.Context.Count);
        Assert.Equal(
            ["availability", "users", "cost", "regulation", "tests", "architecture", "security", "strategy", "organisation", "uncertainty"],
            BuiltIn.Categories.Select(category => category.Id));
        Assert.Equal(["CTX-5", "CTX-6", "CTX-8", "CTX-9", "CTX-10"], BuiltIn.Context.Where(question => !question.Prefill).Select(question => question.Id));
        Assert.All(BuiltIn.Questions, question => Assert.NotEmpty(question.Sources));
    }

    [Fact]
    public void BuiltIn_Texts_AreThereInBothLanguagesAndDiffer()
    {
        var texts = Texts().ToList();

        Assert.True(texts.Count > 700, $"Only {texts.Count} texts were found.");
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Fr)));
        Assert.Equal([], texts.Where(text => text.En == text.Fr && !SameInBoth.Contains(text.En)).Select(text => text.En));
    }

    [Fact]
    public void BuiltIn_FrenchTexts_KeepTypography() =>
        Assert.Equal([], Texts().Select(text => text.Fr).Where(text => BadFrench().IsMatch(text)));

    [Fact]
    public void BuiltIn_Stories_AreAllToldByAQuestion()
    {
        Assert.Equal(28, BuiltIn.Stories.Count);
        Assert.Empty(BuiltIn.Stories.Where(story => !BuiltIn.Questions.Any(question => BuiltIn.StoriesOf(question).Contains(story))).Select(story => story.Id));
        Assert.True(BuiltIn.Questions.Count(question => question.Stories.Count > 0) > 60);
    }

    [Theory]
    [MemberData(nameof(ArticlePointRows))]
    public void ArticlePoint_OfTheMap_IsCarriedByWhatCoversIt(string point, string cover)
    {
        var carriers = BuiltIn.Questions.Where(question => question.ArticlePoints.Contains(point)).Select(question => question.Id)
            .Concat(BuiltIn.Context.Where(question => question.ArticlePoints.Contains(point)).Select(question => question.Id));

        Assert.Contains(BuiltIn.ArticlePoints, known => known.Id == point);
        Assert.Equal(QuestionIds().Matches(cover).Select(match => match.Value).Order(), carriers.Order());
    }

    [Fact]
    public void ArticleMap_Rows_AreAll56() => Assert.Equal(56, ArticlePointRows.Count);

    [GeneratedRegex(@"^\| (?<id>[ABCD]\d[\w.]*) \|(?:[^|]*\|){4} (?<cover>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex ArticleMap();

    [GeneratedRegex(@"\b[A-Z]{3}-\d+\b")]
    private static partial Regex QuestionIds();

    /// <summary>A straight apostrophe between letters, or a plain space before a high punctuation mark.</summary>
    [GeneratedRegex(@"\p{L}'\p{L}| [:;!?»%]|« ")]
    private static partial Regex BadFrench();

    private static IEnumerable<LocalizedText> Texts() =>
    [
        BuiltIn.Title,
        BuiltIn.Description,
        .. BuiltIn.ArticlePoints.Select(point => point.Text),
        .. BuiltIn.Context.SelectMany(question => (LocalizedText[])[question.Title, question.Text, question.Effect, .. question.Options.Select(option => option.Text)]),
        .. BuiltIn.Stories.SelectMany(story => (LocalizedText[])[story.Name, story.Text, story.Lesson, .. story.Figures]),
        .. BuiltIn.Categories.Select(category => category.Title),
        .. BuiltIn.Questions.SelectMany(question => (LocalizedText[])[question.Text, question.Help, question.Recommendation, .. question.Levels, .. question.Gates.Select(gate => gate.Because)]),
        .. BuiltIn.Questions.Select(question => question.NotApplicable?.When).OfType<LocalizedText>(),
    ];

    [Fact]
    public void Level_ReadAlone_SaysWhatTheLevelItBuildsOnIs()
    {
        var built = BuiltIn.Questions.SelectMany(question => Enumerable.Range(0, Question.LevelCount).Select(question.LevelInFull)).Where(level => level.En.StartsWith("As level", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(built);
        Assert.All(built, level => Assert.Matches(@"^As level (\d).*\(level \1: .+\)$", level.En));
        Assert.All(built, level => Assert.Matches(@"^Comme au niveau (\d).*\(niveau\u00a0\1\u00a0: .+\)$", level.Fr));
        Assert.All(built, level => Assert.DoesNotMatch(@"\(level \d: .*\(level \d:", level.En));
        Assert.Contains(built, level => level.En.Contains("(level 3: As level 2", StringComparison.Ordinal) && level.En.Contains("; level 2: ", StringComparison.Ordinal) && level.Fr.Contains("\u202f; niveau\u00a02\u00a0: ", StringComparison.Ordinal));
        Assert.Contains("As level 3, with deputies and a way to escalate (level 3: A named expert of the change and a named operator)", built.Select(level => level.En));
    }
}
