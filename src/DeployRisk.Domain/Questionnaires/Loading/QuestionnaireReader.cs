using System.Text.Json;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads the files of a questionnaire into one whole, checks it, and throws with every fault found.</summary>
internal sealed class QuestionnaireReader(QuestionnaireFiles files)
{
    private readonly FaultList _faults = new();
    private readonly CategoryReader _categories = new();
    private readonly List<JsonDocument> _documents = [];

    /// <exception cref="InvalidQuestionnaireException">There are faults; all are listed.</exception>
    public Questionnaire Read()
    {
        try
        {
            return ReadAll();
        }
        finally
        {
            _documents.ForEach(document => document.Dispose());
        }
    }

    private Questionnaire ReadAll()
    {
        var root = Parse(files.First);
        _faults.ThrowIfAny();
        if (root!.Has("questions") && !root.Has("categories"))
        {
            return ReadFolderOf(root);
        }

        root.Find("$schema");
        var (id, version) = (root.Get("id").Text(), root.Get("version").Text());
        var (title, description) = (root.Get("title").Localized(), root.Get("description").Localized());
        var rules = RulesReader.Read(root.Get("rules"));
        var contextItems = root.Get("context").Items(least: 1);
        var context = contextItems.Select(ContextReader.Read).ToList();
        var points = root.Get("articlePoints").Items().Select(ReadPoint).ToList();
        var categories = ReadCategories(root.Get("categories").Items(least: 1));
        var stories = ReadStories(root.Find("stories"));
        root.NothingElse();

        new QuestionnaireChecks(
            root,
            rules,
            [.. context.Zip(contextItems, (question, place) => new Located<ContextQuestion>(question, place))],
            points,
            stories,
            categories,
            _categories.Questions).Run();
        _faults.ThrowIfAny();
        return new Questionnaire(id, version, QuestionnaireHash.Of(_documents), title, description, rules, context, points, [.. stories.Select(story => story.Value)], [.. categories.Select(category => category.Value)]);
    }

    /// <summary>A category's file alone: its questionnaire is the one in the folder that names it.</summary>
    private Questionnaire ReadFolderOf(JsonItem category)
    {
        var name = category.File;
        var main = name == QuestionnaireFiles.Main ? null : files.Read(QuestionnaireFiles.Main, new FaultList());
        if (main is not null && new QuestionnaireReader(files.StartingAt(QuestionnaireFiles.Main)).Names(name))
        {
            return new QuestionnaireReader(files.StartingAt(QuestionnaireFiles.Main)).Read();
        }

        category.Fault($"This is the file of one category; check the folder or file of a questionnaire that lists it (\"{QuestionnaireFiles.Main}\").");
        throw Thrown();
    }

    private bool Names(string category)
    {
        var root = Parse(files.First);
        return root is { IsObject: true } && root.Has("categories") && root.Get("categories").Items().Any(item => item.IsText && item.Text() == category);
    }

    private InvalidOperationException Thrown()
    {
        _faults.ThrowIfAny();
        return new InvalidOperationException("There was no fault to throw.");
    }

    private List<Located<Category>> ReadCategories(IEnumerable<JsonItem> items)
    {
        var categories = new List<Located<Category>>();
        foreach (var item in items)
        {
            var json = item.IsText ? Parse(item.Text()) : item;
            if (json is { IsObject: true })
            {
                categories.Add(new Located<Category>(_categories.Read(json), json));
            }
            else if (json is not null)
            {
                json.Fault("This must be a category, or the name of its file.");
            }
        }

        return categories;
    }

    /// <summary>The stories themselves, or those of the file that is named.</summary>
    private List<Located<Story>> ReadStories(JsonItem? json)
    {
        var list = json;
        if (json is { IsText: true })
        {
            var file = Parse(json.Text());
            file?.Find("$schema");
            list = file?.Get("stories");
            file?.NothingElse();
        }

        return [.. list?.Items().Select(item => new Located<Story>(StoryReader.Read(item), item)) ?? []];
    }

    private static ArticlePoint ReadPoint(JsonItem json)
    {
        var point = new ArticlePoint(json.Get("id").Text(), json.Get("text").Localized());
        json.NothingElse();
        return point;
    }

    private JsonItem? Parse(string name)
    {
        if (files.Read(name, _faults) is not { } file)
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(WithoutMark(file.Content));
            _documents.Add(document);
            var item = new JsonItem(_faults, name, "$", document.RootElement);
            if (!item.IsObject)
            {
                item.Fault("The file must hold an object.");
                return null;
            }

            return item;
        }
        catch (JsonException exception)
        {
            _faults.Add(name, "$", $"This is not JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}.");
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) =>
        content.Span.StartsWith("\uFEFF"u8) ? content[3..] : content;
}
