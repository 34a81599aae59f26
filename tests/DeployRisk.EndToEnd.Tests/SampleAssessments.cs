using DeployRisk.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>A product with one submitted assessment and one draft, made in the browser for the tests that look at every page.</summary>
public sealed class SampleAssessments
{
    private const string Product = "/products/ledger";

    /// <summary>Path of the questionnaire of the draft.</summary>
    public required string Draft { get; init; }

    /// <summary>Path of the result.</summary>
    public required string Result { get; init; }

    /// <summary>Path of the result's report.</summary>
    public string Report => Result.Replace("/result", "/report", StringComparison.Ordinal);

    /// <summary>Path of the page that tries other answers beside the result.</summary>
    public string WhatIf => Result.Replace("/result", "/what-if", StringComparison.Ordinal);

    /// <summary>Every page that needs somebody signed in, by its path.</summary>
    public IReadOnlyList<string> SignedInPages =>
    [
        "/", "/products", "/products/new", Product, $"{Product}/edit", $"{Product}/members", $"{Product}/assessments/new", Draft, $"{Draft}?category=security",
        $"{Draft}/release", $"{Draft}/review", Result, Report, $"{WhatIf}?set=AVA-2:4", "/questionnaires/deployment-readiness", "/account/profile", "/account/delete", "/account/password", "/account/confirm", "/account/security", "/account/two-step", "/admin/audit", "/sample", "/admin/people", "/admin/people/invite", "/admin/products",
        "/account/access-denied", "/no-such-page",
    ];

    /// <summary>Every page for somebody who is not signed in, by its path.</summary>
    public IReadOnlyList<string> SignedOutPages => ["/account/sign-in", "/account/invitation/gone", "/account/new-password/gone", "/no-such-page"];

    public static async Task<SampleAssessments> MakeAsync(DeployRiskApp app)
    {
        await using var context = await app.Browser.NewContextAsync(new() { BaseURL = app.Address.ToString(), StorageState = app.SignedIn, Locale = "en-GB" });
        context.SetDefaultTimeout(DeployRiskApp.Patience);
        var page = await context.NewPageAsync();
        await new ProductPage(page).CreateAsync("Ledger");
        await StartAsync(page, "1.0.0");
        await new QuestionnairePage(page).SubmitWithRestUnknownAsync();
        var result = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(Product);
        await StartAsync(page, "1.1.0");
        return new SampleAssessments { Result = result, Draft = new Uri(page.Url).AbsolutePath };
    }

    /// <summary>Starts an assessment and gives answers of every kind.</summary>
    private static async Task StartAsync(IPage page, string release)
    {
        await new ProductPage(page).StartAssessmentAsync();
        await new ReleasePage(page).StartAsync(release);
        var questionnaire = new QuestionnairePage(page);
        await questionnaire.ReadyAsync();
        await questionnaire.AnswerAsync("AVA-1", "3");
        await questionnaire.AnswerAsync("AVA-2", "0");
        await questionnaire.AnswerAsync("AVA-3", "unknown");
        await questionnaire.WriteNoteAsync("AVA-2", "The dashboard is still on the old service", "https://example.org/dashboard");
    }
}
