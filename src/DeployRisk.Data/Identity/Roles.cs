namespace DeployRisk.Data.Identity;

/// <summary>The names of the roles that an account can have.</summary>
public static class Roles
{
    /// <summary>May change accounts and settings; the first account has it.</summary>
    public const string Administrator = "Administrator";
}
