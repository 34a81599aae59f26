using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <content>What is done to the assessment as a whole: done when it comes back, and then read anew.</content>
public sealed partial class AssessmentSession
{
    private bool _copiedWereMarked;

    /// <summary>Copies the answers of an earlier submission; each waits to be confirmed. Null when it was done, else why not.</summary>
    public Task<Refusal?> CopyAsync(AssessmentId fromId) => ChangeManyAsync(() => _store.CopyAnswersAsync(Id, fromId, _me));

    /// <summary>Confirms the copied answers of these questions. Null when it was done, else why not.</summary>
    public Task<Refusal?> ConfirmAsync(IReadOnlyCollection<string> questionIds) => ChangeManyAsync(() => _store.ConfirmAsync(Id, questionIds, _me));

    /// <summary>
    /// Stores another release or context; null when it was taken, else why not: when somebody else changed it meanwhile it
    /// is read, and the next time replaces theirs. The page is opened anew afterwards.
    /// </summary>
    public async Task<Refusal?> ChangeReleaseAsync(Release release)
    {
        var outcome = await Task.Run(() => _store.ChangeReleaseAsync(Id, release, Release, _me));
        if (outcome is not EditOutcome.Refused { Why: var why })
        {
            return null;
        }

        await ReloadAsync();
        return why;
    }

    /// <summary>Answers the rest "I don't know"; the questions that this answered, or why it was not done.</summary>
    public async Task<MarkOutcome> MarkRestUnknownAsync()
    {
        var rest = Unanswered.Select(question => question.Id).ToList();
        _copiedWereMarked = ToConfirm().Count > 0;
        var outcome = await Task.Run(() => _store.MarkRestUnknownAsync(Id, _me));
        await ReloadAsync();
        return outcome is EditOutcome.Refused { Why: var why }
            ? new MarkOutcome.Refused(why)
            : new MarkOutcome.Marked([.. rest.Where(id => this[id] is { Answer: Answer.Unknown, Given: { } given } && given.By == _me)]);
    }

    /// <summary>Takes back the "I don't know" of those of the questions that still have it; what was copied before waits again.</summary>
    public async Task TakeBackAsync(IReadOnlyList<string> questionIds)
    {
        foreach (var questionId in questionIds.Where(id => this[id].Answer is Answer.Unknown))
        {
            await Task.Run(() => _store.AnswerAsync(Id, questionId, Answer.None, _me));
        }

        if (_copiedWereMarked && CopiedFrom is { } source)
        {
            await Task.Run(() => _store.CopyAnswersAsync(Id, source.Id, _me));
        }

        await ReloadAsync();
    }

    /// <summary>Throws the draft and its answers away; null when it is gone, else why it stays.</summary>
    public async Task<Refusal?> DiscardAsync()
    {
        var outcome = await Task.Run(() => _store.DiscardDraftAsync(Id, _me));
        return (outcome as DiscardOutcome.Refused)?.Why;
    }

    /// <summary>Makes it final. Finding the shortest path to Go takes up to about a second.</summary>
    public async Task<SubmitOutcome> SubmitAsync()
    {
        var outcome = await Task.Run(() => _store.SubmitAsync(Id, _me));
        if (outcome is SubmitOutcome.Refused)
        {
            await ReloadAsync();
        }

        return outcome;
    }

    private async Task<Refusal?> ChangeManyAsync(Func<Task<EditOutcome>> change)
    {
        await Saves.FlushAsync();
        var outcome = await Task.Run(change);
        await ReloadAsync();
        return (outcome as EditOutcome.Refused)?.Why;
    }
}
