namespace DeployRisk.Data.Auditing;

/// <summary>The network address that what is done at this moment comes from. The server sets it for each request; it flows with what the request does.</summary>
public static class AuditOrigin
{
    private static readonly AsyncLocal<string?> Here = new();

    /// <summary>Null when nobody on the network asked for it.</summary>
    public static string? Current
    {
        get => Here.Value;
        set => Here.Value = value;
    }
}
