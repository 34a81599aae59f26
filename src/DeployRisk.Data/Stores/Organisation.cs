using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Stores;

/// <summary>Who this installation belongs to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DefaultLanguage">The language for people whose browser asks for neither.</param>
/// <param name="CreatedAt">When it was set up, UTC.</param>
public sealed record Organisation(string Name, Language DefaultLanguage, DateTimeOffset CreatedAt)
{
    /// <summary>Longest name, in characters, after trimming.</summary>
    public const int MaxNameLength = 100;
}
