using System.Net;
using DeployRisk.Web.Tests.Running;

namespace DeployRisk.Web.Tests.Hosting;

/// <summary>A page is drawn while it waits for its database: it must not fail over what it does not have yet, whichever answer that is.</summary>
public sealed class LateAnswerTests(SeededApp seeded) : IClassFixture<SeededApp>
{
    [Fact]
    public async Task EveryPage_WhicheverAnswerIsLate_ShowsTheSame()
    {
        var product = await seeded.ProductAsync("Payments");
        var draft = $"/assessments/{await seeded.DraftAsync(product, "3.0.0")}";
        await seeded.SubmittedAsync(product, "1.0.0", level: 2);
        var result = $"/assessments/{(await seeded.SubmittedAsync(product, "2.0.0", level: 3)).Assessment.Id}";
        string[] addresses =
        [
            "/", "/products", "/products/new", "/products/payments", "/products/payments/edit", "/products/payments/assessments/new",
            draft, $"{draft}/release", $"{draft}/review", $"{draft}/result", $"{draft}/report",
            $"{result}/result", $"{result}/report", $"{result}/what-if", $"{result}/download", result,
            "/sample", "/questionnaires/deployment-readiness", "/account/password", "/products/nothing",
        ];

        foreach (var address in addresses)
        {
            var (status, words) = await ReadAsync(address);
            for (var before = 0; ; before++)
            {
                seeded.App.LateAnswer.WaitAfter(before);
                var (lateStatus, lateWords) = await ReadAsync(address);
                Assert.True(status == lateStatus, $"{address} gave {lateStatus} instead of {status} when answer {before + 1} was late.");
                Assert.Equal(words, lateWords);
                if (!seeded.App.LateAnswer.WasAsked)
                {
                    break;
                }
            }
        }
    }

    private async Task<(HttpStatusCode Status, string Words)> ReadAsync(string address)
    {
        var answer = await seeded.Visitor.GetAsync(address);
        return (answer.StatusCode, (await Visitor.DocumentAsync(answer)).QuerySelector("main").Words());
    }
}
