using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Gates and sums of a reading, judged: the verdict and its reasons, in order.</summary>
internal sealed class Judgement
{
    private readonly Reading _reading;
    private readonly ScoringRules _rules;
    private readonly Tally _tally;
    private readonly List<Reason> _reasons;
    private readonly GateOutcome[] _outcomes;
    private readonly IReadOnlySet<string> _waivers;
    private readonly ReasonWriter _writer;
    private readonly List<Question> _hard = [];
    private readonly List<Question> _conditional = [];
    private readonly List<Question> _unverified = [];
    private readonly List<Question> _waived = [];

    public Judgement(Reading reading, Tally tally, IReadOnlySet<string> waived)
    {
        _reading = reading;
        _rules = reading.Questionnaire.Rules;
        _tally = tally;
        Tier = InherentRisk.TierOf(_rules, reading.Context);
        Lines = _rules.LinesAt(Tier);
        _waivers = waived;
        _outcomes = new GateOutcome[reading.Questionnaire.Compiled.Questions.Length];
        foreach (var question in reading.Questionnaire.Compiled.Questions)
        {
            Judge(question);
        }

        _writer = new ReasonWriter(reading);
        _reasons = new List<Reason>(_hard.Count + _conditional.Count + _unverified.Count + _waived.Count + tally.Categories.Length);
        JudgeHardGates();
        JudgeNumberOfConditionals();
        JudgeNoGoLine();
        JudgeConditions();
        JudgeReadiness();
        JudgeDemandsOnSubmission();
        if (_reasons.Count == 0)
        {
            _reasons.Add(ReasonWriter.AllClear(tally.Readiness, Lines.Go, LinesApply));
        }
    }

    public int Tier { get; }

    public VerdictLines Lines { get; }

    /// <summary>Whether readiness is held against the lines: of a partial card only once enough was asked.</summary>
    public bool LinesApply => _tally.Readiness is not null
        && (_reading.Mode == ScoringMode.Submission || _tally.AskedWeight * 100L >= (long)_tally.ApplicableWeight * _rules.LinesNeedAskedPercent);

    /// <summary>Decisive reasons come first, so the first one decides.</summary>
    public Verdict Verdict => _reasons[0].Verdict;

    public IReadOnlyList<Reason> Reasons => _reasons;

    /// <summary>What the gate rules of the question come to.</summary>
    public GateOutcome OutcomeOf(Question question) => _outcomes[question.Order];

    private void Judge(Question question)
    {
        var outcome = Gates.Judge(question, _reading);
        _outcomes[question.Order] = outcome;
        if (_waived.Count < _waivers.Count && outcome.Severity >= GateSeverity.Conditional && _waivers.Contains(question.Id))
        {
            _outcomes[question.Order] = outcome with { IsWaived = true };
            _waived.Add(question);
            return;
        }

        switch (outcome.Severity)
        {
            case GateSeverity.Hard:
                _hard.Add(question);
                break;
            case GateSeverity.Conditional:
                _conditional.Add(question);
                break;
            case GateSeverity.Unverified:
                _unverified.Add(question);
                break;
        }
    }

    private void AddGates(ReasonKind kind, Verdict verdict, List<Question> questions)
    {
        foreach (var question in questions)
        {
            var outcome = OutcomeOf(question);
            _reasons.Add(outcome.Gate!.Reason(kind, verdict, outcome.IsUnknown, Gates.LowestLift(question, _reading)));
        }
    }

    private void JudgeHardGates()
    {
        AddGates(ReasonKind.HardGate, Verdict.NoGo, _hard);
        var waivedHard = _waived.FindAll(question => OutcomeOf(question).Severity == GateSeverity.Hard);
        if (waivedHard.Count > _rules.MaxWaivedHard[Tier])
        {
            _reasons.Add(ReasonWriter.TooManyWaivers(waivedHard, _rules.MaxWaivedHard[Tier], Tier));
        }
    }

    private void JudgeNumberOfConditionals()
    {
        var criticality = _reading.Context.Level(_rules.Tier.Criticality) ?? 0;
        if (_rules.NoGoAtConditionals[criticality] is { } limit && _conditional.Count >= limit)
        {
            _reasons.Add(ReasonWriter.TooManyConditionals(_conditional, limit, criticality));
        }
    }

    private void JudgeNoGoLine()
    {
        if (LinesApply && _tally.Readiness is { } readiness && readiness < Lines.NoGo)
        {
            _reasons.Add(ReasonWriter.BelowNoGoLine(readiness, Lines.NoGo, Tier));
        }
    }

    private void JudgeConditions()
    {
        AddGates(ReasonKind.ConditionalGate, Verdict.Conditional, _conditional);
        AddGates(ReasonKind.WaivedGate, Verdict.Conditional, _waived);
        AddGates(ReasonKind.UnverifiedGate, Verdict.Conditional, _unverified);
    }

    private void JudgeReadiness()
    {
        if (LinesApply && _tally.Readiness is { } readiness && readiness < Lines.Go)
        {
            _reasons.Add(ReasonWriter.BelowGoLine(readiness, Lines.Go, Tier));
        }

        foreach (var category in _tally.Categories)
        {
            if (category.AskedQuestions >= _rules.FloorNeeds && category.Value < Lines.Floor * category.AskedWeight)
            {
                _reasons.Add(category.BelowFloor(Lines.Floor));
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
            _reasons.Add(_writer.TooMuchNotApplicable(Figure.Of(_tally.NotApplicableWeight * 100L, _tally.ShownWeight), _rules.MaxNotApplicablePercent));
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
            _reasons.Add(_writer.CoverageTooLow(Figure.Of(_tally.LevelWeight * 100L, _tally.ApplicableWeight), _rules.GoNeedsCoveragePercent));
        }

        if (_reading.Form == Assessments.AssessmentForm.Short && Tier >= _rules.GoNeedsFullFormAtTier)
        {
            _reasons.Add(ReasonWriter.ShortForm(Tier));
        }
    }
}
