using System.Globalization;
using Serilog;
using Serilog.Events;

namespace DeployRisk.Web.Hosting;

/// <summary>The log: on the console, and in files of a day each in the data directory. Nothing a person writes is logged.</summary>
internal static class LoggingServices
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext} {RequestId} {Message:lj}{NewLine}{Exception}";
    private const int DaysKept = 31;
    private const long MaxFileBytes = 50 * 1024 * 1024;

    public static void AddDeployRiskLogging(this IServiceCollection services, IConfiguration configuration, string dataDirectory) =>
        services.AddSerilog((_, log) =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                // It warns whenever it makes a key that is not encrypted: our own line says so once a start.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                // Our own check says once what this says at every question.
                .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
                // It logs what an answer says, and anybody can send one; our own line says that a sign-in failed.
                .MinimumLevel.Override("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogEventLevel.Fatal)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .Filter.ByExcluding(entry => StartUp.Explain(entry.Exception) is not null)
                .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture)
                .WriteTo.File(
                    Path.Combine(dataDirectory, "logs", "deployrisk-.log"),
                    outputTemplate: Line,
                    formatProvider: CultureInfo.InvariantCulture,
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: DaysKept,
                    fileSizeLimitBytes: MaxFileBytes,
                    rollOnFileSizeLimit: true);
            foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren())
            {
                if (level.Key != "Default" && Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var parsed))
                {
                    log.MinimumLevel.Override(level.Key, Serilog.Extensions.Logging.LevelConvert.ToSerilogLevel(parsed));
                }
            }

            // It logs every address, and those of invitations and new passwords are secrets.
            log.MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LogEventLevel.Warning);
        }, preserveStaticLogger: true);
}
