using DeployRisk.Data.Troubles;

namespace DeployRisk.Web.Shared.Layout;

/// <summary>What a failure is in HTTP.</summary>
public static class FailureStatus
{
    /// <summary>503 when the database does not do its part and may later, 500 for a defect.</summary>
    public static int Of(Exception failure) =>
        DatabaseTroubles.Of(failure) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
}
