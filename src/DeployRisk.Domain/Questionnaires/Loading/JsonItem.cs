using System.Text.Json;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>
/// A JSON value that knows where it stands. Reading what is not there, or not of the type asked for, reports a fault
/// once and gives an empty value, so that everything after it is still read.
/// </summary>
internal sealed class JsonItem
{
    private const int MaxTextLength = 4000;
    private readonly FaultList _faults;
    private readonly JsonElement _json;
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public JsonItem(FaultList faults, string file, string path, JsonElement json)
    {
        _faults = faults;
        File = file;
        Path = path;
        _json = json;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in json.EnumerateObject())
        {
            if (!_properties.TryAdd(property.Name, property.Value))
            {
                Fault($"The property \"{property.Name}\" is given twice; keep one.");
            }
        }
    }

    public string File { get; }

    public string Path { get; }

    public bool IsObject => _json.ValueKind == JsonValueKind.Object;

    public bool IsText => _json.ValueKind == JsonValueKind.String;

    public bool IsNull => _json.ValueKind == JsonValueKind.Null;

    private bool IsMissing => _json.ValueKind == JsonValueKind.Undefined;

    public void Fault(string message) => _faults.Add(File, Path, message);

    public bool Has(string name) => _properties.ContainsKey(name);

    /// <summary>A property that must be there.</summary>
    public JsonItem Get(string name)
    {
        if (Find(name) is { } found)
        {
            return found;
        }

        if (IsObject)
        {
            Fault($"The property \"{name}\" is missing.");
        }

        return new JsonItem(_faults, File, Below(name), default);
    }

    /// <summary>A property that may be there.</summary>
    public JsonItem? Find(string name)
    {
        MustBe(JsonValueKind.Object, "an object");
        _read.Add(name);
        return _properties.TryGetValue(name, out var value) ? new JsonItem(_faults, File, Below(name), value) : null;
    }

    /// <summary>Reports every property that nobody asked for.</summary>
    public void NothingElse()
    {
        foreach (var name in _properties.Keys.Where(name => !_read.Contains(name)))
        {
            _faults.Add(File, Below(name), "This property is not known here; remove it or correct its name.");
        }
    }

    /// <summary>A text that is not empty.</summary>
    public string Text()
    {
        if (!MustBe(JsonValueKind.String, "a text"))
        {
            return string.Empty;
        }

        var text = _json.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            Fault("The text is empty.");
        }
        else if (text.Length > MaxTextLength)
        {
            Fault($"The text has {text.Length} characters; at most {MaxTextLength} are allowed.");
        }

        return text;
    }

    /// <summary>A text in both languages.</summary>
    public LocalizedText Localized()
    {
        if (!MustBe(JsonValueKind.Object, "a text in both languages, as in {\"en\": \"...\", \"fr\": \"...\"}"))
        {
            return new LocalizedText(string.Empty, string.Empty);
        }

        var text = new LocalizedText(Get("en").Text(), Get("fr").Text());
        NothingElse();
        return text;
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    public int Number(int min, int max)
    {
        if (!MustBe(JsonValueKind.Number, "a whole number"))
        {
            return min;
        }

        if (_json.TryGetInt32(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Fault($"{_json.GetRawText()} is not a whole number from {min} to {max}.");
        return min;
    }

    /// <summary>A number of person-days above 0.</summary>
    public decimal Days()
    {
        const int UnitsPerDay = 1000;
        if (!MustBe(JsonValueKind.Number, "a number of person-days"))
        {
            return 1;
        }

        if (_json.TryGetDecimal(out var days) && days is > 0 and <= 1000 && days * UnitsPerDay == decimal.Truncate(days * UnitsPerDay))
        {
            return days;
        }

        Fault($"{_json.GetRawText()} is not a number of person-days above 0 and up to 1000, with at most three decimal places.");
        return 1;
    }

    public bool Flag()
    {
        if (_json.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return _json.GetBoolean();
        }

        return MustBe(JsonValueKind.True, "true or false");
    }

    /// <summary>One of the words given; the first when it is none of them.</summary>
    public T OneOf<T>(params (string Word, T Value)[] words)
    {
        if (!MustBe(JsonValueKind.String, "a text"))
        {
            return words[0].Value;
        }

        foreach (var (word, value) in words)
        {
            if (_json.ValueEquals(word))
            {
                return value;
            }
        }

        Fault($"\"{_json.GetString()}\" is not one of {string.Join(", ", words.Select(word => $"\"{word.Word}\""))}.");
        return words[0].Value;
    }

    /// <summary>The items of an array that holds at least <paramref name="least"/>.</summary>
    public IReadOnlyList<JsonItem> Items(int least = 0)
    {
        if (!MustBe(JsonValueKind.Array, "an array"))
        {
            return [];
        }

        var items = _json.EnumerateArray().Select((value, index) => new JsonItem(_faults, File, $"{Path}[{index}]", value)).ToList();
        if (items.Count < least)
        {
            Fault(least == 1 ? "The array is empty." : $"The array holds {items.Count} items; it needs {least}.");
        }

        return items;
    }

    /// <summary>The items of an array that holds exactly so many.</summary>
    public IReadOnlyList<JsonItem> Exactly(int count)
    {
        var items = Items();
        if (items.Count != count && _json.ValueKind == JsonValueKind.Array)
        {
            Fault($"The array holds {items.Count} items; it needs exactly {count}.");
        }

        return items;
    }

    /// <summary>The texts of an array, each given once.</summary>
    public IReadOnlyList<string> Words()
    {
        var words = new List<string>();
        foreach (var item in Items())
        {
            var word = item.Text();
            if (words.Contains(word, StringComparer.Ordinal))
            {
                item.Fault($"\"{word}\" is given twice.");
            }

            words.Add(word);
        }

        return words;
    }

    private string Below(string name) => $"{Path}.{name}";

    private bool MustBe(JsonValueKind kind, string what)
    {
        if (_json.ValueKind == kind)
        {
            return true;
        }

        if (!IsMissing)
        {
            Fault($"This must be {what}.");
        }

        return false;
    }
}
