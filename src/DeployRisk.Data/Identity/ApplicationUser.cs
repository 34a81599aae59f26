using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Identity;

namespace DeployRisk.Data.Identity;

/// <summary>A person who has an account.</summary>
public sealed class ApplicationUser : IdentityUser<Guid>
{
    /// <summary>Longest display name, in characters.</summary>
    public const int MaxDisplayNameLength = 100;

    /// <summary>The name that others read.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The language in which the account was made; which one pages are read in, each browser remembers.</summary>
    public Language? Language { get; set; }

    /// <summary>Whether it is one of the people of the sample organisation: nobody can sign in as them outside a demo.</summary>
    public bool IsSample { get; set; }

    /// <summary>When an administrator disabled the account, UTC; null while it may be used.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When the visit that goes on began, UTC; null before the first one.</summary>
    public DateTimeOffset? VisitBegan { get; set; }

    /// <summary>When the visit before that one began, UTC; null during the first one.</summary>
    public DateTimeOffset? VisitBefore { get; set; }

    /// <summary>The id as the domain knows it.</summary>
    public UserId UserId => new(Id);
}
