namespace DeployRisk.Web.Features.Account;

/// <summary>What came of a set-up code that somebody typed.</summary>
public enum SetUpCodeCheck
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones lately; even the right one has to wait.</summary>
    TooManyTries,
}
