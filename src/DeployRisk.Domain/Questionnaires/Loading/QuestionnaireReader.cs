using System.Text.Json;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Reads the files of a questionnaire into one whole, checks it, and throws with every fault found.</summary>
internal sealed class QuestionnaireReader(QuestionnaireFiles files)
{
    private readonly FaultList _faults = new();
    private readonly CategoryReader _categories = new();
    private readonly List<JsonDocument> _documents = [];
    private readonly List<JsonDocument> _unscored = [];

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
            _unscored.ForEach(document => document.Dispose());
        }
    }

    private Questionnaire ReadAll()
    {
        var root = Parse(files.First);
        _faults.ThrowIfAny();
        if (!root!.Has("categories") && (root.Has("questions") || root.Has("stories")))
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
        var stories = root.Find("stories") is { } file ? ReadStories(file) : [];
        root.NothingElse();

        new QuestionnaireChecks(
            root,
            rules,
            [.. context.Zip(contextItems, (question, place) => new Located<ContextQuestion>(question, place))],
            points,
            categories,
            _categories.Questions).Run();
        _faults.ThrowIfAny();
        return new Questionnaire(id, version, QuestionnaireHash.Of(_documents), title, description, rules, context, points, [.. categories.Select(category => category.Value)])
        {
            Stories = stories,
        };
    }

    /// <summary>The file of a category, or of the stories, alone: its questionnaire is the one in the folder that names it.</summary>
    private Questionnaire ReadFolderOf(JsonItem part)
    {
        var name = part.File;
        var main = name == QuestionnaireFiles.Main ? null : files.Read(QuestionnaireFiles.Main, new FaultList());
        if (main is not null && new QuestionnaireReader(files.StartingAt(QuestionnaireFiles.Main)).Names(name))
        {
            return new QuestionnaireReader(files.StartingAt(QuestionnaireFiles.Main)).Read();
        }

        part.Fault($"This is the file of {(part.Has("questions") ? "one category" : "stories")}; check the folder or file of a questionnaire that lists it (\"{QuestionnaireFiles.Main}\").");
        throw Thrown();
    }

    private bool Names(string part)
    {
        var root = Parse(files.First);
        return root is { IsObject: true } && root.Has("categories")
            && root.Get("categories").Items().Concat(root.Find("stories") is { } stories ? [stories] : []).Any(item => item.IsText && item.Text() == part);
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

    /// <summary>Stories are read by people and never scored: a better wording must not set a release apart from the last one, so the hash leaves them out.</summary>
    private IReadOnlyList<Story> ReadStories(JsonItem file)
    {
        var name = file.Text();
        return name.Length > 0 && Parse(name, _unscored) is { } json
            ? StoryReader.Read(json, _categories.Questions.Select(question => question.Value.Id).ToHashSet(StringComparer.Ordinal))
            : [];
    }

    private static ArticlePoint ReadPoint(JsonItem json)
    {
        var point = new ArticlePoint(json.Get("id").Text(), json.Get("text").Localized());
        json.NothingElse();
        return point;
    }

    private JsonItem? Parse(string name) => Parse(name, _documents);

    private JsonItem? Parse(string name, List<JsonDocument> documents)
    {
        if (files.Read(name, _faults) is not { } file)
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(WithoutMark(file.Content));
            documents.Add(document);
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
