using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Gates and sums of a reading, judged: the verdict and its reasons, in order.</summary>
internal sealed class Judgement
{
    private readonly Reading _reading;
    private readonly ScoringRules _rules;
    private readonly Tally _tally;
    private readonly List<Reason> _reasons = [];
    private readonly GateOutcome[] _outcomes;
    private readonly IReadOnlySet<string> _waivers;
    private readonly ReasonWriter _writer;

    public Judgement(Reading reading, Tally tally, IReadOnlySet<string> waived)
    {
        _reading = reading;
        _rules = reading.Questionnaire.Rules;
        _tally = tally;
        Tier = InherentRisk.TierOf(_rules, reading.Context);
        _outcomes = Outcomes(reading);
        _waivers = waived;
        _writer = new ReasonWriter(reading);

        JudgeHardGates();
        JudgeNumberOfConditionals();
        JudgeNoGoLine();
        JudgeConditions();
        JudgeReadiness();
        JudgeDemandsOnSubmission();
        Verdict = _reasons.Count == 0 ? Verdict.Go : _reasons.Max(reason => reason.Verdict);
        if (_reasons.Count == 0)
        {
            _reasons.Add(ReasonWriter.AllClear(tally.Readiness, _rules.Go[Tier], LinesApply));
        }
    }

    public int Tier { get; }

    public Verdict Verdict { get; }

    public IReadOnlyList<Reason> Reasons => _reasons;

    private bool LinesApply => _tally.Readiness is not null
        && (_reading.Mode == ScoringMode.Submission || _tally.AskedWeight * 100L >= (long)_tally.ApplicableWeight * _rules.LinesNeedAskedPercent);

    private IReadOnlyList<Question> Questions => _reading.Questionnaire.Questions;

    private IEnumerable<Question> Waived => Questions.Where(IsWaived);

    /// <summary>What the gate rules of the question come to.</summary>
    public GateOutcome OutcomeOf(Question question) => _outcomes[question.Order];

    /// <summary>Whether the question's hard or conditional gate is open and waived.</summary>
    public bool IsWaived(Question question) =>
        OutcomeOf(question).Severity >= GateSeverity.Conditional && _waivers.Contains(question.Id);

    private IEnumerable<Question> OpenGates(GateSeverity severity) =>
        Questions.Where(question => OutcomeOf(question).Severity == severity && !IsWaived(question));

    private static GateOutcome[] Outcomes(Reading reading)
    {
        var outcomes = new GateOutcome[reading.Questionnaire.Questions.Count];
        for (var order = 0; order < outcomes.Length; order++)
        {
            outcomes[order] = Gates.Judge(reading.Questionnaire.Questions[order], reading);
        }

        return outcomes;
    }

    private Reason GateReason(ReasonKind kind, Verdict verdict, Question question) =>
        OutcomeOf(question).Gate!.Reason(kind, verdict, Gates.LowestLift(question, _reading));

    private void JudgeHardGates()
    {
        _reasons.AddRange(OpenGates(GateSeverity.Hard).Select(question => GateReason(ReasonKind.HardGate, Verdict.NoGo, question)));
        var waivedHard = Waived.Where(question => OutcomeOf(question).Severity == GateSeverity.Hard).ToList();
        if (waivedHard.Count > _rules.MaxWaivedHard[Tier])
        {
            _reasons.Add(ReasonWriter.TooManyWaivers(waivedHard, _rules.MaxWaivedHard[Tier], Tier));
        }
    }

    private void JudgeNumberOfConditionals()
    {
        var criticality = _reading.Context.Level(_rules.Tier.Criticality) ?? 0;
        var open = OpenGates(GateSeverity.Conditional).ToList();
        if (_rules.NoGoAtConditionals[criticality] is { } limit && open.Count >= limit)
        {
            _reasons.Add(ReasonWriter.TooManyConditionals(open, limit, criticality));
        }
    }

    private void JudgeNoGoLine()
    {
        if (LinesApply && _tally.Readiness is { } readiness && readiness < _rules.NoGo[Tier])
        {
            _reasons.Add(ReasonWriter.BelowNoGoLine(readiness, _rules.NoGo[Tier], Tier));
        }
    }

    private void JudgeConditions()
    {
        _reasons.AddRange(OpenGates(GateSeverity.Conditional).Select(question => GateReason(ReasonKind.ConditionalGate, Verdict.Conditional, question)));
        _reasons.AddRange(Waived.Select(question => GateReason(ReasonKind.WaivedGate, Verdict.Conditional, question)));
        _reasons.AddRange(OpenGates(GateSeverity.Unverified).Select(question => GateReason(ReasonKind.UnverifiedGate, Verdict.Conditional, question)));
    }

    private void JudgeReadiness()
    {
        if (LinesApply && _tally.Readiness is { } readiness && readiness < _rules.Go[Tier])
        {
            _reasons.Add(ReasonWriter.BelowGoLine(readiness, _rules.Go[Tier], Tier));
        }

        foreach (var category in _tally.Categories)
        {
            if (category.AskedQuestions >= _rules.FloorNeeds && category.Value < _rules.Floor[Tier] * category.AskedWeight)
            {
                _reasons.Add(ReasonWriter.CategoryBelowFloor(category, category.Readiness!.Value, _rules.Floor[Tier]));
            }
        }
    }

    private void JudgeDemandsOnSubmission()
    {
        if (_reading.Mode == ScoringMode.Partial)
        {
            return;
        }

        if (_tally.NotApplicableWeight * 100 > _tally.ShownWeight * _rules.MaxNotApplicablePercent)
        {
            _reasons.Add(_writer.TooMuchNotApplicable(Figure.Of(_tally.NotApplicableWeight, _tally.ShownWeight).Value, _rules.MaxNotApplicablePercent));
        }

        foreach (var category in _tally.Categories)
        {
            if (category.ShownQuestions >= _rules.FloorNeeds
                && category.NotApplicableWeight * 100 > category.ShownWeight * _rules.MaxNotApplicablePercentOfCategory)
            {
                _reasons.Add(_writer.CategoryTooMuchNotApplicable(category, _rules.MaxNotApplicablePercentOfCategory));
            }
        }

        if (_tally.LevelWeight * 100 < _tally.ApplicableWeight * _rules.GoNeedsCoveragePercent)
        {
            _reasons.Add(_writer.CoverageTooLow(_tally.Coverage, _rules.GoNeedsCoveragePercent));
        }

        if (_reading.Form == Assessments.AssessmentForm.Short && Tier >= _rules.GoNeedsFullFormAtTier)
        {
            _reasons.Add(ReasonWriter.ShortForm(Tier));
        }
    }
}
