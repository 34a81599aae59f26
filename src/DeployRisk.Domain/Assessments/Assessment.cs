using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Recommendations;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <summary>
/// One filled-in questionnaire for one release of one product. A draft is everybody's to answer; once submitted it
/// cannot be changed, only withdrawn within <see cref="WithdrawalPeriod"/> by the person who submitted it.
/// </summary>
public sealed partial class Assessment
{
    /// <summary>How long a submission can be taken back.</summary>
    public static readonly TimeSpan WithdrawalPeriod = TimeSpan.FromHours(1);

    private readonly Dictionary<string, AnswerEntry> _entries;
    private readonly Dictionary<string, OtherRisks> _otherRisks;

    private Assessment(
        AssessmentId id,
        ProductId productId,
        string questionnaireId,
        Release release,
        Moment started,
        IEnumerable<AnswerEntry> entries,
        IEnumerable<OtherRisks> otherRisks)
    {
        Id = id;
        ProductId = productId;
        QuestionnaireId = questionnaireId;
        Release = release;
        Started = started;
        _entries = entries.ToDictionary(entry => entry.QuestionId, StringComparer.Ordinal);
        _otherRisks = otherRisks.ToDictionary(risks => risks.CategoryId, StringComparer.Ordinal);
    }

    public AssessmentId Id { get; }

    public ProductId ProductId { get; }

    public string QuestionnaireId { get; }

    public Release Release { get; private set; }

    public Moment Started { get; }

    /// <summary>Where answers were copied from; null when none were.</summary>
    public CopySource? CopiedFrom { get; private set; }

    /// <summary>How far it is in its life.</summary>
    public LifeCycle Life { get; private set; } = LifeCycle.Draft;

    /// <inheritdoc cref="LifeCycle.Submitted"/>
    public Moment? Submitted => Life.Submitted;

    /// <inheritdoc cref="LifeCycle.Withdrawn"/>
    public Moment? Withdrawn => Life.Withdrawn;

    /// <inheritdoc cref="LifeCycle.State"/>
    public AssessmentState State => Life.State;

    /// <summary>What is known about each question, by question id; questions that nobody touched are missing.</summary>
    public IReadOnlyDictionary<string, AnswerEntry> Entries => _entries;

    /// <summary>Other risks in words, by category id.</summary>
    public IReadOnlyDictionary<string, OtherRisks> OtherRisks => _otherRisks;

    /// <summary>What scoring reads.</summary>
    public AnswerSheet Sheet => new(
        Release.Form,
        Release.Context,
        _entries.ToDictionary(entry => entry.Key, entry => entry.Value.Counted, StringComparer.Ordinal));

    /// <summary>A new draft.</summary>
    /// <exception cref="ArgumentException">The context has an answer that the questionnaire does not know.</exception>
    public static Assessment Start(
        AssessmentId id, ProductId productId, Questionnaire questionnaire, Release release, UserId by, DateTimeOffset at)
    {
        release.Context.ThrowUnlessKnownTo(questionnaire);
        return new Assessment(id, productId, questionnaire.Id, release, new Moment(by, at), [], []);
    }

    /// <summary>An assessment as it was stored.</summary>
    public static Assessment Restore(
        AssessmentId id,
        ProductId productId,
        string questionnaireId,
        Release release,
        Moment started,
        LifeCycle life,
        CopySource? copiedFrom,
        IEnumerable<AnswerEntry> entries,
        IEnumerable<OtherRisks> otherRisks) =>
        new(id, productId, questionnaireId, release, started, entries, otherRisks)
        {
            CopiedFrom = copiedFrom,
            Life = life,
        };

    /// <summary>
    /// Changes name, planned day, form or context of the release; answers stay, hidden ones included. Refused when it is no
    /// longer what its writer had before them (<paramref name="basedOn"/>; null to replace whatever is there).
    /// </summary>
    /// <exception cref="ArgumentException">The context has an answer that the questionnaire does not know.</exception>
    public EditOutcome ChangeRelease(Questionnaire questionnaire, Release release, DateTimeOffset at, Release? basedOn = null)
    {
        release.Context.ThrowUnlessKnownTo(questionnaire);
        if ((WhyFinal() ?? WhyReleaseChanged(basedOn)) is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        Release = release;
        return new EditOutcome.Saved(at);
    }

    private Refusal.ReleaseChanged? WhyReleaseChanged(Release? basedOn) =>
        basedOn is null || basedOn.IsSameAs(Release) ? null : new Refusal.ReleaseChanged();

    /// <summary>Makes the assessment final and scores it.</summary>
    public SubmitOutcome Submit(Questionnaire questionnaire, UserId by, DateTimeOffset at)
    {
        if ((WhyFinal() ?? WhyIncomplete(questionnaire)) is { } why)
        {
            return new SubmitOutcome.Refused(why);
        }

        var sheet = Sheet;
        var result = new AssessmentResult(
            Scorer.Score(questionnaire, sheet, ScoringMode.Submission),
            Advisor.Recommend(questionnaire, sheet, ScoringMode.Submission),
            Advisor.ShortestPathToGo(questionnaire, sheet, ScoringMode.Submission));
        Life = Life with { Submitted = new Moment(by, at) };
        return new SubmitOutcome.Submitted(at, result);
    }

    /// <summary>Takes a submission back, within the period and by the person who made it.</summary>
    public WithdrawOutcome Withdraw(UserId by, DateTimeOffset at)
    {
        if (WhyNotWithdrawn(by, at) is { } why)
        {
            return new WithdrawOutcome.Refused(why);
        }

        Life = Life with { Withdrawn = new Moment(by, at) };
        return new WithdrawOutcome.Withdrawn(at);
    }

    /// <summary>Whether the person may take the submission back now.</summary>
    public bool MayBeWithdrawn(UserId by, DateTimeOffset at) => WhyNotWithdrawn(by, at) is null;

    /// <summary>Whether this draft may be thrown away; what was submitted stays for ever.</summary>
    public DiscardOutcome Discard() =>
        WhyFinal() is { } why ? new DiscardOutcome.Refused(why) : new DiscardOutcome.Discarded();

    private Refusal? WhyFinal() => Life.WhyFinal();

    private Refusal? WhyIncomplete(Questionnaire questionnaire)
    {
        var missing = Release.Context.Missing(questionnaire);
        if (missing.Count > 0)
        {
            return new Refusal.ContextIncomplete(missing);
        }

        var unanswered = Unanswered(questionnaire);
        return unanswered.Count > 0 ? new Refusal.StillUnanswered(unanswered) : null;
    }

    private Refusal? WhyNotWithdrawn(UserId by, DateTimeOffset at) => this switch
    {
        { Withdrawn: not null } => WhyFinal(),
        { Submitted: null } => new Refusal.NotSubmitted(),
        { Submitted: var submitted } when submitted.By != by => new Refusal.NotPermitted(submitted.By),
        { Submitted: var submitted } when at > submitted.At + WithdrawalPeriod => new Refusal.TooLate(submitted.At + WithdrawalPeriod),
        _ => null,
    };
}
