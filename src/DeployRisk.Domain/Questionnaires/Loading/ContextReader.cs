using System.Globalization;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads context questions.</summary>
internal static class ContextReader
{
    public static ContextQuestion Read(JsonItem json)
    {
        var question = new ContextQuestion
        {
            Id = json.Get("id").Text(),
            Kind = json.Get("kind").OneOf(("level", ContextQuestionKind.Level), ("multiple", ContextQuestionKind.Multiple)),
            Title = json.Get("title").Localized(),
            Text = json.Get("text").Localized(),
            Options = [.. json.Get("options").Items(least: 2).Select(ReadOption)],
            Prefill = json.Get("prefill").Flag(),
            Effect = json.Get("effect").Localized(),
            ArticlePoints = json.Get("articlePoints").Words(),
        };
        CheckOptions(question, json.Get("options"));
        json.NothingElse();
        return question;
    }

    private static ContextOption ReadOption(JsonItem json)
    {
        var option = new ContextOption(json.Get("id").Text(), json.Get("text").Localized(), json.Find("exclusive")?.Flag() ?? false);
        json.NothingElse();
        return option;
    }

    private static void CheckOptions(ContextQuestion question, JsonItem options)
    {
        var ids = question.Options.Select(option => option.Id).ToList();
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            options.Fault($"The option \"{twice.Key}\" is given twice.");
        }

        var levels = Enumerable.Range(0, Question.LevelCount).Select(level => level.ToString(CultureInfo.InvariantCulture));
        if (question.Kind == ContextQuestionKind.Level && !ids.SequenceEqual(levels))
        {
            options.Fault("A level question has exactly the options \"0\" to \"4\", in this order.");
        }
    }
}
