using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>Somebody of the sample organisation.</summary>
/// <param name="Key">What scripts call them, and their address before the @.</param>
/// <param name="Name">The display name.</param>
/// <param name="Job">What they do.</param>
internal sealed record PersonScript(string Key, string Name, LocalizedText Job)
{
    public string Email => $"{Key}@sample.example.org";
}
