using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Web.Shared.Demo;

/// <summary>Whether this is a demo: a throw-away database with the sample organisation, on this machine alone.</summary>
/// <param name="Language">The language of the sample; null when this is no demo.</param>
public sealed record DemoMode(Language? Language)
{
    public bool IsOn => Language is not null;
}
