using DeployRisk.Data.Stores;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Tables;

/// <summary>There is one row at most: its key is fixed, so that two set-ups at once cannot both win.</summary>
internal sealed class OrganisationRow
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required string Name { get; set; }

    public required Language DefaultLanguage { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Organisation ToOrganisation() => new(Name, DefaultLanguage, CreatedAt);
}
