using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DeployRisk.Data.Startup;
using DeployRisk.TestKit.Databases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Data.Tests.Keys;

/// <summary>The keys that protect cookies and links, in the database that the servers share.</summary>
public sealed class StoredKeysTests : IAsyncLifetime
{
    private const string Text = "who is signed in";
    private readonly X509Certificate2 _certificate = Certificate();
    private TestDatabase _database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _certificate.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task SecondServer_ReadsWhatTheFirstProtected()
    {
        var cookie = Protector(_database.Services).Protect(Text);

        await using var second = _database.AnotherServer();

        Assert.Equal(Text, Protector(second).Unprotect(cookie));
        Assert.Contains("<value>", Assert.Single(await KeysAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_MadeWithACertificate_IsNotReadableInTheDatabase()
    {
        await using var server = Server(_certificate);
        var cookie = Protector(server).Protect(Text);

        AssertEncrypted(Assert.Single(await KeysAsync()));
        await using var second = Server(_certificate);
        Assert.Equal(Text, Protector(second).Unprotect(cookie));
    }

    [Fact]
    public async Task ReadableKey_IsEncryptedByTheStartWithACertificate_AndGoesOn()
    {
        var cookie = Protector(_database.Services).Protect(Text);
        await using var server = Server(_certificate);

        await PrepareAsync(server);

        AssertEncrypted(Assert.Single(await KeysAsync()));
        Assert.Equal(Text, Protector(server).Unprotect(cookie));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KeysInTheFolder_AreTakenOver_Once(bool hasCertificate)
    {
        var folder = new DirectoryInfo(_database.Options.KeyDirectory);
        var cookie = DataProtectionProvider.Create(folder, protection => protection.SetApplicationName(DataServices.ApplicationName)).CreateProtector(Text).Protect(Text);
        await using var server = hasCertificate ? Server(_certificate) : _database.AnotherServer();

        await PrepareAsync(server);
        await PrepareAsync(server);

        Assert.Equal(Text, Protector(server).Unprotect(cookie));
        Assert.Equal(!hasCertificate, Assert.Single(await KeysAsync()).Contains("<value>", StringComparison.Ordinal));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public async Task FileInTheFolderThatIsNoKey_StopsTheStartWithOneSentence()
    {
        Directory.CreateDirectory(_database.Options.KeyDirectory);
        await File.WriteAllTextAsync(Path.Combine(_database.Options.KeyDirectory, "key-1.xml"), "<key", Stop);

        var failure = await Assert.ThrowsAsync<StartupFailureException>(_database.PrepareAsync);

        Assert.Contains("key-1.xml", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherCertificate_WithThePreviousOne_ReadsWhatWasProtected()
    {
        await using var before = Server(_certificate);
        var cookie = Protector(before).Protect(Text);
        using var next = Certificate();

        await using var after = Server(next, _certificate);
        await PrepareAsync(after);

        Assert.Equal(Text, Protector(after).Unprotect(cookie));
    }

    [Fact]
    public async Task Server_WithoutTheCertificate_StartsWithAKeyOfItsOwn()
    {
        await using var before = Server(_certificate);
        var cookie = Protector(before).Protect(Text);

        await using var elsewhere = _database.AnotherServer();
        await PrepareAsync(elsewhere);

        Assert.Equal(Text, Protector(elsewhere).Unprotect(Protector(elsewhere).Protect(Text)));
        Assert.Throws<CryptographicException>(() => Protector(elsewhere).Unprotect(cookie));
        Assert.Equal(2, (await KeysAsync()).Count);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=DeployRisk", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static IDataProtector Protector(IServiceProvider server) => server.GetRequiredService<IDataProtectionProvider>().CreateProtector(Text);

    private static void AssertEncrypted(string key)
    {
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
    }

    private static Task PrepareAsync(ServiceProvider server) => server.GetRequiredService<DatabaseStartup>().PrepareAsync(Stop);

    private ServiceProvider Server(X509Certificate2 certificate, params X509Certificate2[] previous) => _database.AnotherServer(services =>
    {
        var protection = services.AddDataProtection().ProtectKeysWithCertificate(certificate);
        if (previous.Length > 0)
        {
            protection.UnprotectKeysWithAnyCertificate(previous);
        }
    });

    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        await using var context = await _database.Contexts.CreateDbContextAsync(Stop);
        return await context.DataProtectionKeys.Select(key => key.Xml!).ToListAsync(Stop);
    }
}
