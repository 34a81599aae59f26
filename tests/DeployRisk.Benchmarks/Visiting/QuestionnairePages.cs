using DeployRisk.Domain.Assessments;
using Microsoft.Playwright;

namespace DeployRisk.Benchmarks.Visiting;

/// <summary>The questionnaire in a browser.</summary>
internal static class QuestionnairePages
{
    public static string AddressOf(AssessmentId draft, string? category = null) =>
        $"/assessments/{draft.Value}{(category is null ? "" : $"?category={category}")}";

    /// <summary>Opens it and waits until it listens.</summary>
    public static async Task OpenQuestionnaireAsync(this IPage page, AssessmentId draft, string? category = null)
    {
        await page.GotoAsync(AddressOf(draft, category));
        await page.Locator("[data-question][data-current] fieldset:enabled").WaitForAsync();
    }
}
