using System.Security.Cryptography;
using System.Text.Json;

namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>The hash that a stored assessment names: of what the files say, not of how they are laid out.</summary>
internal static class QuestionnaireHash
{
    /// <summary>SHA-256 over the files without white space, in the order of reading; lower-case hexadecimal.</summary>
    public static string Of(IEnumerable<JsonDocument> documents)
    {
        using var stream = new MemoryStream();
        foreach (var document in documents)
        {
            using var writer = new Utf8JsonWriter(stream);
            document.WriteTo(writer);
            writer.Flush();
            stream.WriteByte((byte)'\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }
}
