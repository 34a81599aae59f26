using System.Globalization;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads the incident stories and checks that each has its own id and illustrates questions that exist.</summary>
internal static class StoryReader
{
    private static readonly string[] DateFormats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static IReadOnlyList<Story> Read(JsonItem json, IReadOnlySet<string> questions)
    {
        json.Find("$schema");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var stories = new List<Story>();
        foreach (var item in json.Get("stories").Items(least: 1))
        {
            var story = ReadStory(item, questions);
            if (story.Id.Length > 0 && !ids.Add(story.Id))
            {
                item.Get("id").Fault($"The story id \"{story.Id}\" is given twice.");
            }

            stories.Add(story);
        }

        json.NothingElse();
        return stories;
    }

    private static Story ReadStory(JsonItem json, IReadOnlySet<string> questions)
    {
        var story = new Story
        {
            Id = json.Get("id").Text(),
            Date = json.Get("date").Text(),
            Title = json.Get("title").Localized(),
            Text = json.Get("text").Localized(),
            Lesson = json.Get("lesson").Localized(),
            Figures = [.. json.Get("figures").Items().Select(figure => figure.Localized())],
            Sources = [.. json.Get("sources").Items(least: 1).Select(SourceReader.Read)],
            QuestionIds = json.Get("questions").Words(),
        };
        if (story.Date.Length > 0 && !DateOnly.TryParseExact(story.Date, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            json.Get("date").Fault($"\"{story.Date}\" is not a year, a month or a day, as in \"2020\", \"2020-02\" or \"2020-02-20\".");
        }

        foreach (var question in json.Get("questions").Items(least: 1).Where(question => question.IsText && !questions.Contains(question.Text())))
        {
            question.Fault($"\"{question.Text()}\" is not a question.");
        }

        json.NothingElse();
        return story;
    }
}
