using DeployRisk.Data;
using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Scoring;
using DeployRisk.TestKit.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Web.Tests.Running;

/// <summary>An application with its first administrator signed in, and short ways to put content into it.</summary>
public sealed class SeededApp : IAsyncLifetime
{
    public const string Note = "Tried with <b>half</b> the traffic";
    public const string Evidence = "https://wiki.example.com/failover?a=1&b=2";

    public RunningApp App { get; } = new();

    public Visitor Visitor { get; private set; } = null!;

    public UserId User { get; private set; }

    public AssessmentStore Assessments => App.Services.GetRequiredService<AssessmentStore>();

    public ProductStore Products => App.Services.GetRequiredService<ProductStore>();

    public IDbContextFactory<DeployRiskDbContext> Contexts => App.Services.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>();

    public async ValueTask InitializeAsync()
    {
        Visitor = await App.SetUpAsync();
        await using var context = await Contexts.CreateDbContextAsync();
        User = (await context.Users.SingleAsync()).UserId;
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    public async Task<Product> ProductAsync(string name, string description = "") =>
        ((CreateProductOutcome.Created)await Products.CreateAsync(name, description, User)).Product;

    public async Task<AssessmentId> DraftAsync(Product product, string release, int context = 1) =>
        ((StartOutcome.Started)await Assessments.StartAsync(product.Id, Releases.Of(release, AssessmentForm.Short, context), User)).Id;

    /// <summary>A submission with the same level everywhere; the first question is unknown, and has a note and evidence.</summary>
    public async Task<StoredResult> SubmittedAsync(Product product, string release, int level, int context = 1)
    {
        var id = await DraftAsync(product, release, context);
        var questions = Visibility.ShownQuestions(BuiltIn.Questionnaire, AssessmentForm.Short, Releases.Context(context));
        foreach (var question in questions.Skip(1))
        {
            await Assessments.AnswerAsync(id, question.Id, new Answer.AtLevel(level), User);
        }

        await Assessments.SaveNoteAsync(id, questions[0].Id, Note, null, User);
        await Assessments.SaveEvidenceAsync(id, questions[0].Id, [Evidence], null, User);
        await Assessments.MarkRestUnknownAsync(id, User);
        Assert.IsType<SubmitOutcome.Submitted>(await Assessments.SubmitAsync(id, User));
        return (await Assessments.ResultAsync(id, User))!;
    }
}
