using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DeployRisk.Data.Startup;
using DeployRisk.Web.Shared.Demo;
using Microsoft.AspNetCore.DataProtection;

namespace DeployRisk.Web.Hosting;

/// <summary>Encrypts the keys that protect cookies and links, where a certificate is configured; they are in the database either way.</summary>
internal static partial class KeyServices
{
    /// <exception cref="StartupFailureException">A certificate cannot be read or cannot encrypt.</exception>
    public static void AddDeployRiskKeys(this IServiceCollection services, DeployRiskOptions.KeyOptions keys)
    {
        var protection = services.AddDataProtection();
        if (keys.Certificate is { } certificate)
        {
            protection.ProtectKeysWithCertificate(Read(certificate));
        }

        if (keys.PreviousCertificates.Count > 0)
        {
            protection.UnprotectKeysWithAnyCertificate([.. keys.PreviousCertificates.Select(Read)]);
        }
    }

    /// <summary>Says once a start that whoever reads the database reads the keys.</summary>
    public static void SayWhetherKeysAreEncrypted(this WebApplication app)
    {
        if (app.Services.GetRequiredService<DeployRiskOptions>().Keys.Certificate is null && !app.Services.GetRequiredService<DemoMode>().IsOn)
        {
            var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(KeyServices));
            Log.NotEncrypted(logger);
        }
    }

    private static X509Certificate2 Read(CertificateFile file)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(file.Path), file.Password);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null ? certificate : throw Failure(file, "it holds no certificate with an RSA private key");
        }
        catch (CryptographicException exception)
        {
            throw Failure(file, "its password is another, or it is no PKCS #12 file", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Failure(file, "there is no such file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failure(file, "the account that runs DeployRisk may not read it", exception);
        }
    }

    private static StartupFailureException Failure(CertificateFile file, string why, Exception? exception = null) =>
        new($"The certificate '{file.Path}' of DeployRisk__Keys cannot be used ({why}): mend the setting, or leave it out to keep the keys unencrypted.", exception);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The keys that protect sign-in are in the database as they are; a certificate named in DeployRisk__Keys__Certificate encrypts them.")]
        public static partial void NotEncrypted(ILogger logger);
    }
}
