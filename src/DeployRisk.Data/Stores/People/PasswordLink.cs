using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Stores.People;

/// <summary>A link with which somebody sets a new password.</summary>
/// <param name="Person">Whose password.</param>
/// <param name="Secret">The secret part of the link: it is stored nowhere, and known only now.</param>
/// <param name="Email">The address of the account.</param>
/// <param name="Language">The language of the account; null: as the browser asks.</param>
/// <param name="ExpiresAt">Until when it can be used, UTC.</param>
public sealed record PasswordLink(UserId Person, string Secret, string Email, Language? Language, DateTimeOffset ExpiresAt);
