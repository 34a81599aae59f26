using DeployRisk.Data.Startup;
using Microsoft.AspNetCore.Connections;

namespace DeployRisk.Web.Hosting;

/// <summary>Runs the application; what the person who starts it can mend is told in one sentence and ends with code 1.</summary>
public static class StartUp
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(Func<Task<int>> application)
    {
        try
        {
            return await application();
        }
        catch (Exception exception) when (Explain(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Failed;
        }
    }

    /// <summary>The sentence for a failure to start, or null when the exception is a defect and wants its stack trace.</summary>
    internal static string? Explain(Exception? exception) => exception switch
    {
        StartupFailureException failure => failure.Message,
        IOException { InnerException: AddressInUseException } inUse =>
            $"DeployRisk cannot listen ({inUse.Message.TrimEnd('.')}): stop the other program, or choose another address with --urls.",
        _ => null,
    };
}
