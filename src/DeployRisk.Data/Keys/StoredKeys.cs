using System.Xml;
using System.Xml.Linq;
using DeployRisk.Data.Startup;
using DeployRisk.Data.Stores;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DeployRisk.Data.Keys;

/// <summary>
/// The keys that protect cookies and links, as the start finds them: those of a folder, where older versions kept them, are taken over into the
/// database, so that nobody is signed out; and those that are readable there are encrypted as soon as there is a certificate.
/// </summary>
public sealed partial class StoredKeys(DataOptions options, IOptions<KeyManagementOptions> management, ILogger<StoredKeys> logger)
{
    private const int MostTries = 3;

    /// <summary>Called once the tables are there, and before the first key is asked for.</summary>
    /// <exception cref="StartupFailureException">A file in the folder of keys is none.</exception>
    internal async Task PrepareAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var taken = await TakeOverAsync(context, cancellationToken);
                await EncryptAsync(context, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
                if (taken > 0)
                {
                    Log.TakenOver(logger, taken, options.KeyDirectory);
                }

                return;
            }
            catch (DbUpdateException exception) when (attempt < MostTries && UniqueViolations.IsUniqueViolation(exception))
            {
                // Another server took over the same keys at the same moment.
                context.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> TakeOverAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(options.KeyDirectory))
        {
            return 0;
        }

        var known = await context.DataProtectionKeys.Select(key => key.FriendlyName).ToListAsync(cancellationToken);
        var files = Directory.GetFiles(options.KeyDirectory, "*.xml").Where(file => !known.Contains(Path.GetFileNameWithoutExtension(file))).ToList();
        context.DataProtectionKeys.AddRange(files.Select(file => new DataProtectionKey
        {
            FriendlyName = Path.GetFileNameWithoutExtension(file),
            Xml = Read(file).ToString(SaveOptions.DisableFormatting),
        }));
        return files.Count;
    }

    /// <summary>Those in the database and those that are about to be.</summary>
    private async Task EncryptAsync(DeployRiskDbContext context, CancellationToken cancellationToken)
    {
        if (management.Value.XmlEncryptor is not { } encryptor)
        {
            return;
        }

        await context.DataProtectionKeys.LoadAsync(cancellationToken);
        foreach (var key in context.DataProtectionKeys.Local)
        {
            key.Xml = key.Xml is null ? null : KeyXml.Encrypt(key.Xml, encryptor);
        }
    }

    private static XElement Read(string file)
    {
        try
        {
            return XElement.Load(file);
        }
        catch (XmlException exception)
        {
            throw new StartupFailureException($"'{file}' is in the folder of the keys that protect sign-in, and is none: move it away, then start again.", exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Count} keys that protect sign-in were taken over into the database; the folder {Folder} is used no more and can be deleted.")]
        public static partial void TakenOver(ILogger logger, int count, string folder);
    }
}
