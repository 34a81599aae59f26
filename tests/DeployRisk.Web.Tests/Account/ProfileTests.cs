using System.Net;
using System.Text;
using System.Text.Json;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Account;

/// <summary>One's own name, language, theme and data.</summary>
public sealed class ProfileTests : IAsyncLifetime
{
    private const string Profile = "/account/profile";
    private readonly SeededApp _seeded = new();

    public ValueTask InitializeAsync() => _seeded.InitializeAsync();

    public ValueTask DisposeAsync() => _seeded.DisposeAsync();

    [Fact]
    public async Task Name_IsChanged_InTheBarAndAtPastResults()
    {
        var stored = await _seeded.SubmittedAsync(await _seeded.ProductAsync("Ledger"), "1.0.0", 3);
        Assert.Equal(SetUpAnswers.Complete["Form.Name"], (await _seeded.Visitor.ReadAsync(Profile)).QuerySelector("#name")!.GetAttribute("value"));

        var done = await _seeded.Visitor.SubmitAsync(Profile, "form.dr-form", new Dictionary<string, string> { ["Form.Name"] = " Ada King " });

        Assert.Equal($"{Profile}?saved=name", done.Headers.Location?.AbsolutePathOrSelf());
        var page = await _seeded.Visitor.ReadAsync($"{Profile}?saved=name");
        Assert.Contains("Ada King", page.QuerySelector("header").Words(), StringComparison.Ordinal);
        Assert.Contains("is changed", page.QuerySelector("[role=status]").Words(), StringComparison.Ordinal);
        Assert.Contains("Ada King", (await _seeded.Visitor.ReadAsync($"/assessments/{stored.Assessment.Id}/result")).QuerySelector(".provenance").Words(), StringComparison.Ordinal);
        Assert.Contains("Ada Example → Ada King", (await _seeded.Visitor.ReadAsync("/admin/audit")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  ", "who you are")]
    [InlineData(null, "100")]
    public async Task Name_ThatIsNone_IsRefusedAndKept(string? name, string words)
    {
        name ??= new string('x', 101);

        var refused = await Visitor.DocumentAsync(await _seeded.Visitor.SubmitAsync(Profile, "form.dr-form", new Dictionary<string, string> { ["Form.Name"] = name }));

        Assert.Contains(words, refused.QuerySelector(".validation-message").Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(name, refused.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("Ada Example", refused.QuerySelector("header").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LanguageAndTheme_AreChosenTogether()
    {
        await _seeded.Visitor.SubmitAsync(Profile, "section[aria-labelledby=display] form", new Dictionary<string, string> { ["Language"] = "fr", ["Theme"] = "dark" });

        var page = await _seeded.Visitor.ReadAsync(Profile);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector("#language option[selected]")!.GetAttribute("value"));
        Assert.Equal("dark", page.QuerySelector("#theme option[selected]")!.GetAttribute("value"));
        Assert.Equal("dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task OwnData_IsAReadableFile_WithoutSecrets_AndNoted()
    {
        await _seeded.SubmittedAsync(await _seeded.ProductAsync("Café <API>"), "1.0.0", 3);

        var answer = await _seeded.Visitor.SubmitAsync(Profile, "section[aria-labelledby=data] form", new Dictionary<string, string>());
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(bytes);
        var data = JsonDocument.Parse(bytes).RootElement;

        Assert.Equal(("attachment", "application/json"), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(SetUpAnswers.Email, data.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("administrator", data.GetProperty("account").GetProperty("roles")[0].GetString());
        var assessment = Assert.Single(data.GetProperty("assessments").EnumerateArray());
        Assert.Equal(("Café <API>", "1.0.0"), (assessment.GetProperty("product").GetString(), assessment.GetProperty("release").GetString()));
        Assert.Contains(assessment.GetProperty("notes").EnumerateArray(), note => note.GetProperty("text").GetString() == SeededApp.Note);
        Assert.Contains("Café <API>", text, StringComparison.Ordinal);
        Assert.Equal("ownDataExported", data.GetProperty("auditTrail").EnumerateArray().Last().GetProperty("action").GetString());
        Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("stamp", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task OwnData_WithoutTheFormsToken_IsNotGiven()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _seeded.Visitor.PostAsync($"{Profile}/data", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _seeded.Visitor.GetAsync($"{Profile}/data")).StatusCode);
    }
}
