using DeployRisk.Benchmarks.Seeding;
using DeployRisk.Benchmarks.Visiting;
using DeployRisk.Domain.Assessments;
using DeployRisk.TestKit.Builders;
using Microsoft.Playwright;

namespace DeployRisk.Benchmarks.Load;

/// <summary>
/// Twenty people in a browser of their own, three to a draft, in other categories than the person who is measured. Each answers
/// a question every two to three seconds; that is a script in their page, so that driving them costs next to nothing.
/// </summary>
internal sealed class OtherPeople : IAsyncDisposable
{
    public const int Count = SeedSize.People - 1;

    private const int ToADraft = 3;
    private const string Answering = """
        seed => {
          const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
          window.answers = 0;
          const answer = () => {
            const choices = [...document.querySelectorAll('[data-question] .levels input:enabled:not(:checked)')];
            choices[Math.floor(random() * choices.length)].click();
            window.answers++;
            setTimeout(answer, 2000 + random() * 1000);
          };
          setTimeout(answer, random() * 3000);
        }
        """;

    private readonly Visitors _visitors;
    private readonly List<IPage> _pages = [];

    private OtherPeople(Visitors visitors) => _visitors = visitors;

    /// <summary>The draft of a person; the person who is measured is number 0 and shares it with two others.</summary>
    public static AssessmentId DraftOf(int person, Seeded seeded) => seeded.Drafts[person / ToADraft];

    /// <summary>Everybody signs in, opens the draft and begins.</summary>
    public static async Task<OtherPeople> StartAsync(Uri address, Seeded seeded)
    {
        var others = new OtherPeople(await Visitors.StartAsync(address));
        var categories = BuiltIn.Questionnaire.Categories.Skip(1).ToList();
        for (var person = 1; person <= Count; person++)
        {
            var context = await others._visitors.EnterAsync(person);
            await WithoutLooksAsync(context);
            var page = await context.NewPageAsync();
            await page.OpenQuestionnaireAsync(DraftOf(person, seeded), categories[person % categories.Count].Id);
            await page.EvaluateAsync(Answering, person);
            others._pages.Add(page);
        }

        return others;
    }

    /// <summary>How many answers they have given so far.</summary>
    public async Task<int> AnswersAsync()
    {
        var answers = 0;
        foreach (var page in _pages)
        {
            answers += await page.EvaluateAsync<int>("window.answers");
        }

        return answers;
    }

    /// <summary>How many of their pages say that everything is saved.</summary>
    public async Task<int> SavedAsync()
    {
        var saved = 0;
        foreach (var page in _pages)
        {
            saved += await page.Locator(".sofar .save[data-state=saved], .sofar .save[data-state=saving]").CountAsync();
        }

        return saved;
    }

    public ValueTask DisposeAsync() => _visitors.DisposeAsync();

    /// <summary>Style sheets and fonts would only keep the machine busy with drawing.</summary>
    private static Task<IAsyncDisposable> WithoutLooksAsync(IBrowserContext context) => context.RouteAsync(
        "**/*",
        route => route.Request.ResourceType is "stylesheet" or "font" or "image" ? route.AbortAsync() : route.ContinueAsync());
}
