using DeployRisk.Domain.Access;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>Somebody of the sample organisation.</summary>
/// <param name="Key">What scripts call them, and their address before the @.</param>
/// <param name="Name">The display name.</param>
/// <param name="Job">What they do.</param>
/// <param name="SeesAll">Whether they are in every product, the restricted ones too.</param>
/// <param name="Role">What they are in the organisation of a demo besides a member.</param>
internal sealed record PersonScript(string Key, string Name, LocalizedText Job, bool SeesAll = false, OrganisationRole? Role = null)
{
    public string Email => $"{Key}@sample.example.org";
}
