using System.Text.Json;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Tables;

/// <summary>Earlier texts in a column: there are hardly ever any, and nothing looks for a single one.</summary>
internal static class EarlierTextsJson
{
    /// <summary>The texts as JSON; null when there are none.</summary>
    public static string? Write(IReadOnlyList<EarlierText> texts) =>
        texts.Count == 0 ? null : JsonSerializer.Serialize(texts.Select(text => new Item(text.Text, text.Written.By.Value, text.Written.At.UtcTicks)));

    public static IReadOnlyList<EarlierText> Read(string? json) =>
        json is null
            ? []
            : [.. JsonSerializer.Deserialize<List<Item>>(json)!.Select(item => new EarlierText(item.Text, new Moment(new UserId(item.By), new DateTimeOffset(item.At, TimeSpan.Zero))))];

    private sealed record Item(string Text, Guid By, long At);
}
