using DeployRisk.Data.Changes;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>What the pages that show one assessment tell each other about their readers.</summary>
/// <param name="Page">One opened page; a person may have several.</param>
public abstract record Presence(Guid Page)
{
    /// <summary>The topic of one assessment.</summary>
    public static Topic<Presence> Of(AssessmentId id) => new($"presence {id.Value}");

    /// <summary>Somebody is here.</summary>
    /// <param name="Page">Their page.</param>
    /// <param name="User">Who.</param>
    /// <param name="Name">Their display name.</param>
    /// <param name="CategoryId">The category they look at; null when it is all of them.</param>
    /// <param name="QuestionId">The question they are at; null when it is none.</param>
    /// <param name="Asks">Whether they have just come and do not know who else is here.</param>
    public sealed record Here(Guid Page, UserId User, string Name, string? CategoryId, string? QuestionId, bool Asks) : Presence(Page);

    public sealed record Gone(Guid Page) : Presence(Page);
}
