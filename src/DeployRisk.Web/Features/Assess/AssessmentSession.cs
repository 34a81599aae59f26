using DeployRisk.Data.Stores;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Web.Features.Assess;

/// <summary>
/// One assessment open on one page: shows at once what is answered, saves it behind, and keeps "so far" up to date.
/// What the reader typed stays here whatever becomes of the saving.
/// </summary>
public sealed partial class AssessmentSession
{
    private readonly AssessmentStore _store;
    private readonly UserId _me;
    private readonly Dictionary<string, QuestionWork> _work = [];
    private readonly Dictionary<string, RisksWork> _risks = [];

    public AssessmentSession(
        AssessmentStore store, Questionnaire questionnaire, UserId me, LoadedAssessment loaded, CopySource? last, Autosave saves)
    {
        Last = last;
        _store = store;
        _me = me;
        Questionnaire = questionnaire;
        Saves = saves;
        Product = loaded.Product;
        Id = loaded.Assessment.Id;
        Show(loaded);
    }

    /// <summary>Raised when an answer, the score card or the end of the draft has to be shown.</summary>
    public event EventHandler? Changed;

    public AssessmentId Id { get; }

    public Product Product { get; }

    public Release Release { get; private set; }

    public Questionnaire Questionnaire { get; }

    public Autosave Saves { get; }

    /// <summary>The questions of this form and context, in the order of the questionnaire.</summary>
    public IReadOnlyList<Question> Shown { get; private set; }

    /// <summary>The product's last submission, whose answers can be copied; null when there is none.</summary>
    public CopySource? Last { get; }

    /// <summary>Where answers were copied from; null when none were.</summary>
    public CopySource? CopiedFrom { get; private set; }

    /// <summary>The other people who have this assessment open.</summary>
    public PeopleHere People { get; } = new();

    /// <summary>"So far": the partial score card of what is shown and answered.</summary>
    public ScoreCard Card { get; private set; }

    /// <summary>Why nothing can be changed any more; null while it is a draft.</summary>
    public Refusal? Final { get; private set; }

    public bool HasEnded => Final is not null;

    /// <summary>Whether the reader may answer; others see what is answered, live.</summary>
    public bool MayAnswer { get; private set; }

    public bool IsReadOnly => HasEnded || !MayAnswer;

    /// <summary>The gates that stand open or are to be verified, decisive ones first; warnings are not among them.</summary>
    public IEnumerable<GateFinding> OpenGates => Card.Gates
        .Where(gate => gate.Effect != GateEffect.Warning && gate.State != GateState.Waived)
        .OrderByDescending(gate => gate.Effect)
        .ThenBy(gate => gate.State);

    /// <summary>The shown questions that still need an answer.</summary>
    public IReadOnlyList<Question> Unanswered => [.. Shown.Where(question => Card.States[question.Id] == QuestionState.Unanswered)];

    /// <summary>How many shown questions have an answer.</summary>
    public int Answered => Shown.Count - Unanswered.Count;

    /// <summary>How many shown questions are answered "I don't know".</summary>
    public int Unknown => Card.Categories.Sum(category => category.Unknown);

    public QuestionWork this[string questionId] => _work.GetValueOrDefault(questionId, QuestionWork.Untouched);

    public RisksWork RisksOf(string categoryId) => _risks.GetValueOrDefault(categoryId, RisksWork.Untouched);

    /// <summary>The shown questions of a category whose copied answers wait to be confirmed; of all categories for null.</summary>
    public IReadOnlyList<Question> ToConfirm(Category? category = null) =>
        [.. Shown.Where(question => (category is null || question.CategoryId == category.Id) && this[question.Id].Copied is not null)];

    /// <summary>The first question with a link that is no address yet, so that it waits on the page; null when there is none.</summary>
    public Question? WithUnfinishedLink =>
        Shown.FirstOrDefault(question => this[question.Id].Evidence.Any(link => !AnswerEntry.IsLink(link.Trim())));

    /// <summary>The first question that is to be not applicable and waits on the page for its reason; null when there is none.</summary>
    public Question? WithoutReason => Shown.FirstOrDefault(question => this[question.Id].IsReasonMissing);

    public IReadOnlyList<Question> ShownIn(Category category) => [.. Shown.Where(question => question.CategoryId == category.Id)];

    public bool MayBeNotApplicable(Question question) => Visibility.MayBeNotApplicable(Questionnaire, question, Sheet());

    /// <summary>What refuses "not applicable" here; null when nothing does.</summary>
    public Condition? WhyNotApplicableIsRefused(Question question) => Visibility.WhyNotApplicableIsRefused(Questionnaire, question, Sheet());

    /// <summary>The display name of somebody who did something in this assessment.</summary>
    public string NameOf(UserId user) => _names.GetValueOrDefault(user) ?? People.NameOf(user) ?? "";

    /// <summary>Whether the answer was given by somebody else.</summary>
    public bool IsOfAnother(Moment given) => given.By != _me;

    private ScoreCard Score() => Scorer.Score(Questionnaire, Sheet(), ScoringMode.Partial);

    /// <summary>Answers to questions that the context hides are kept, and do not count.</summary>
    private AnswerSheet Sheet() => new(
        Release.Form,
        Release.Context,
        Shown.ToDictionary(question => question.Id, question => this[question.Id].Answer, StringComparer.Ordinal));
}
