using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DeployRisk.Web.Tests.Running;
using Microsoft.Data.Sqlite;

namespace DeployRisk.Web.Tests.Hosting;

/// <summary>The application as a process: what the person who starts it reads when it cannot start.</summary>
public sealed class StartTests : IDisposable
{
    private const string Password = "open sesame";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("deployrisk-start-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneSentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var ended = await StartAsync("--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(1, ended.Code);
        Assert.StartsWith("DeployRisk cannot listen", Assert.Single(ended.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongSettings_NamesEveryKey()
    {
        var ended = await StartAsync("--DeployRisk:Database:Provider=Oracle", "--DeployRisk:Databse=x", "--DeployRisk:Proxy:Trusted:0=nonsense");

        Assert.Equal(1, ended.Code);
        var sentence = Assert.Single(ended.Error);
        Assert.Contains("DeployRisk:Database:Provider", sentence, StringComparison.Ordinal);
        Assert.Contains("DeployRisk:Databse", sentence, StringComparison.Ordinal);
        Assert.Contains("DeployRisk:Proxy:Trusted:0", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongProvider_NamesEveryKey_AndNotTheSecret()
    {
        const string Provider = "--DeployRisk:SignIn:OpenIdConnect";
        var ended = await StartAsync(
            $"{Provider}:Authority=http://login.example.org",
            $"{Provider}:ClientSecret=hush",
            $"{Provider}:AllowedDomains:0=@example.org",
            $"{Provider}:Roles:Boss=heads",
            $"{Provider}:Roles:Manager=heads",
            $"{Provider}:Audience=x",
            "--DeployRisk:SignIn:Passwords=maybe");

        Assert.Equal(1, ended.Code);
        var sentence = Assert.Single(ended.Error);
        Assert.All(
            ["Authority is not an https address", "ClientId is needed", "AllowedDomains has '@example.org'", "Roles:Boss is not a role", "RoleClaim", "Audience is not a setting", "Passwords is 'maybe'"],
            said => Assert.Contains(said, sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("hush", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody could sign in")]
    [InlineData("AllowedDomains is needed", "--DeployRisk:SignIn:OpenIdConnect:Authority=https://login.example.org", "--DeployRisk:SignIn:OpenIdConnect:ClientId=deployrisk")]
    public async Task Start_WithoutPasswordsAndAWayIn_SaysSoInOneSentence(string said, params string[] provider)
    {
        var ended = await StartAsync(["--DeployRisk:SignIn:Passwords=false", .. provider]);

        Assert.Equal(1, ended.Code);
        Assert.Contains(said, Assert.Single(ended.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongSettingsOfMail_NamesEveryKeyAndNoPassword()
    {
        var ended = await StartAsync(
            "--DeployRisk:Mail:Host=post.example.org",
            "--DeployRisk:Mail:Port=99999",
            "--DeployRisk:Mail:Security=None",
            "--DeployRisk:Mail:From=nobody",
            "--DeployRisk:Mail:User=deployrisk",
            "--DeployRisk:Mail:Password=open sesame",
            "--DeployRisk:PublicAddress=https://example.org/deployrisk");

        Assert.Equal(1, ended.Code);
        var sentence = Assert.Single(ended.Error);
        Assert.All(["Mail:Port", "Mail:Security", "Mail:From", "PublicAddress"], key => Assert.Contains($"DeployRisk:{key} is ", sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("open sesame", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.pfx", Password, "there is no such file")]
    [InlineData("keys.pfx", "another", "its password is another")]
    [InlineData("text.pfx", Password, "it is no PKCS #12 file")]
    [InlineData("", Password, "Keys:Certificate is needed")]
    public async Task Start_CertificateThatCannotBeUsed_SaysSoInOneSentence(string file, string password, string why)
    {
        var path = file.Length == 0 ? "" : Path.Combine(_directory.FullName, file);
        await WriteCertificateAsync(Path.Combine(_directory.FullName, "keys.pfx"));
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "text.pfx"), "certificate", TestContext.Current.CancellationToken);

        var ended = await StartAsync($"--DeployRisk:Keys:Certificate={path}", $"--DeployRisk:Keys:CertificatePassword={password}", "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, ended.Code);
        var sentence = Assert.Single(ended.Error);
        Assert.Contains(why, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_WithACertificate_SignsInWithKeysThatNobodyReads()
    {
        var file = Path.Combine(_directory.FullName, "keys.pfx");
        await WriteCertificateAsync(file);
        await using var app = new RunningApp();
        app.Settings["DeployRisk:Keys:Certificate"] = file;
        app.Settings["DeployRisk:Keys:CertificatePassword"] = Password;

        var visitor = await app.SetUpAsync();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "deployrisk.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(Xml) FROM DataProtectionKeys";
        var keys = Assert.IsType<string>(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Assert.Contains("EncryptedData", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", keys, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(app.DataDirectory, "keys")));
    }

    [Fact]
    public async Task Start_DataDirectoryIsAFile_SaysSoInOneSentence()
    {
        var file = Path.Combine(_directory.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var ended = await StartAsync($"--DeployRisk:DataDirectory={file}");

        Assert.Equal(1, ended.Code);
        Assert.Contains("DeployRisk__DataDirectory", Assert.Single(ended.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DatabaseIsNoDatabase_SaysSoInOneSentence()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "deployrisk.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var ended = await StartAsync("--urls", "http://127.0.0.1:0");

        Assert.Equal(1, ended.Code);
        Assert.Contains("is damaged or is not a SQLite database", Assert.Single(ended.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_SaysThatTheTrailIsWhole_OrWhichRecordIsNot()
    {
        await using var app = new RunningApp();
        await app.SetUpAsync();
        string[] verify = ["audit", "verify", $"--DeployRisk:DataDirectory={app.DataDirectory}"];

        var whole = await StartAsync(verify);
        var remade = await StartAsync([.. verify, "--head", $"1:{new string('0', 64)}"]);
        var nothing = await StartAsync([.. verify, "--head", "soon"]);
        Assert.Equal(1, (await StartAsync([.. verify, "--head"])).Code);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "deployrisk.db")};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE AuditTrail SET Details = 'Nothing' WHERE Sequence = 1";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var broken = await StartAsync(verify);

        Assert.Equal((0, 2), (whole.Code, broken.Code));
        Assert.Equal((2, 1), (remade.Code, nothing.Code));
        Assert.Contains("made anew", Assert.Single(remade.Error), StringComparison.Ordinal);
        Assert.Contains("--head wants a head", Assert.Single(nothing.Error), StringComparison.Ordinal);
        Assert.Empty(whole.Error);
        Assert.Contains("record 1 of", Assert.Single(broken.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditVerify_WithoutADatabase_SaysSoAndMakesNone()
    {
        var ended = await StartAsync("audit", "verify");

        Assert.Equal(1, ended.Code);
        Assert.Contains("There is no database at", Assert.Single(ended.Error), StringComparison.Ordinal);
        Assert.Empty(_directory.GetFiles("*.db"));
    }

    private static async Task WriteCertificateAsync(string path)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=DeployRisk", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-2), now.AddDays(-1));
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, Password), TestContext.Current.CancellationToken);
    }

    private async Task<Ended> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DeployRisk__DataDirectory"] = _directory.FullName;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Ended(process.ExitCode, error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed record Ended(int Code, IReadOnlyList<string> Error);
}
