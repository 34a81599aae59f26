using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>Somebody of the sample organisation.</summary>
/// <param name="Id">The account, which nobody can sign in to with a password.</param>
/// <param name="Name">The display name.</param>
/// <param name="Job">What they do.</param>
public sealed record SamplePerson(UserId Id, string Name, LocalizedText Job);
