using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Results;

/// <summary>
/// The whole result of a submission as bytes: JSON compressed with Brotli. What was written once must stay readable
/// for ever, so the document carries the number of its format. The lines are not in it: charts need them as columns.
/// </summary>
internal sealed record ResultDocument(int Format, AssessmentResult Result)
{
    /// <summary>The format written today.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = false,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NamePaths, LeaveLinesToColumns } },
    };

    public static byte[] Write(AssessmentResult result)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(compressed, new ResultDocument(CurrentFormat, result), Options);
        }

        return bytes.ToArray();
    }

    /// <summary>The result that was written, with the lines that the row has beside it.</summary>
    /// <exception cref="NotSupportedException">A newer version of the application wrote it.</exception>
    public static AssessmentResult Read(byte[] document, VerdictLines lines)
    {
        using var bytes = new MemoryStream(document);
        using var plain = new BrotliStream(bytes, CompressionMode.Decompress);
        var read = JsonSerializer.Deserialize<ResultDocument>(plain, Options);
        return read is { Format: CurrentFormat }
            ? read.Result with { Card = read.Result.Card with { Lines = lines } }
            : throw new NotSupportedException($"Format {read?.Format} of a stored result is not known to this version.");
    }

    private static void LeaveLinesToColumns(JsonTypeInfo type)
    {
        if (type.Type == typeof(ScoreCard))
        {
            type.Properties.Remove(type.Properties.Single(property => property.PropertyType == typeof(VerdictLines)));
        }
    }

    private static void NamePaths(JsonTypeInfo type)
    {
        if (type.Type == typeof(ShortestPath))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "kind",
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(ShortestPath.Found), "found"),
                    new JsonDerivedType(typeof(ShortestPath.Blocked), "blocked"),
                },
            };
        }
    }
}
