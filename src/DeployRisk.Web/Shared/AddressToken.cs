namespace DeployRisk.Web.Shared;

/// <summary>How a choice is written in an address: <c>noGo</c>.</summary>
public static class AddressToken
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The choice that is written, exactly so; null when there is none.</summary>
    public static T? Read<T>(string? token)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Of(value) == token).Select(value => (T?)value).FirstOrDefault();
}
