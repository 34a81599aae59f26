using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;
using Microsoft.AspNetCore.Components;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Offers to copy the answers of the last release, and to confirm those of a category that were copied.</summary>
public sealed partial class CopiedAnswers
{
    private bool _busy;
    private bool _failed;
    private Refusal? _refused;

    [Parameter, EditorRequired]
    public AssessmentSession Session { get; set; } = default!;

    /// <summary>The category on the page.</summary>
    [Parameter, EditorRequired]
    public Category Category { get; set; } = default!;

    /// <summary>Confirms what the category has; what this context no longer accepts stays, and says so.</summary>
    private Task ConfirmAsync(IReadOnlyList<Question> questions) => RunAsync(async () =>
        await Session.ConfirmAsync([.. questions.Select(question => question.Id)])
        ?? (Session.ToConfirm(Category).Intersect(questions).Any() ? new Refusal.NotApplicableRefused() : null));

    private async Task RunAsync(Func<Task<Refusal?>> change)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        _failed = false;
        _refused = null;
        try
        {
            _refused = await change();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotDone(Logger, exception);
            _failed = true;
        }
        finally
        {
            _busy = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Copied answers could not be taken over or confirmed")]
    private static partial void LogNotDone(ILogger logger, Exception exception);
}
