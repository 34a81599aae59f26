using System.Text.Json;
using DeployRisk.Domain.Assessments;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DeployRisk.Data.Converters;

/// <summary>The context answers of a release are one JSON text: nothing ever looks for a single one of them.</summary>
internal sealed class ContextJson() : ValueConverter<ReleaseContext, string>(
    context => Write(context),
    json => Read(json))
{
    private static string Write(ReleaseContext context) => JsonSerializer.Serialize(context);

    private static ReleaseContext Read(string json) =>
        JsonSerializer.Deserialize<ReleaseContext>(json) ?? throw new JsonException("The context is missing.");
}
