using System.Text.Json;
using System.Text.Json.Serialization;

namespace DeployRisk.Data.Sample;

/// <summary>The stories as they are written: one file a product, and the people. Embedded in the assembly.</summary>
internal static class SampleScripts
{
    private const string Folder = "Sample/";
    private const string PeopleFile = Folder + "people.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Everybody, in the order in which they are shown.</summary>
    public static IReadOnlyList<PersonScript> People { get; } = Read<IReadOnlyList<PersonScript>>(PeopleFile);

    /// <summary>Every product. Read when it is wanted: that is once in the life of most installations.</summary>
    public static IReadOnlyList<ProductScript> Products() =>
        [.. typeof(SampleScripts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name != PeopleFile)
            .Order(StringComparer.Ordinal)
            .Select(Read<ProductScript>)];

    private static T Read<T>(string name)
    {
        using var file = typeof(SampleScripts).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(file, Format) ?? throw new JsonException($"{name} is empty.");
    }
}
