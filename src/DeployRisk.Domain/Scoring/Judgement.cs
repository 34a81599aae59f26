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
        _outcomes = [.. reading.Questionnaire.Questions.Select(question => Gates.Judge(question, reading))];
        _waivers = waived;
        _writer = new ReasonWriter(reading, OutcomeOf);

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
        && (_reading.Mode == ScoringMode.Submission || _tally.AskedShare * 100 >= _rules.LinesNeedAskedPercent);

    private IReadOnlyList<Question> Questions => _reading.Questionnaire.Questions;

    private IEnumerable<Question> Waived => Questions.Where(IsWaived);

    /// <summary>What the gate rules of the question come to.</summary>
    public GateOutcome OutcomeOf(Question question) => _outcomes[question.Order];

    /// <summary>Whether the question's hard or conditional gate is open and waived.</summary>
    public bool IsWaived(Question question) =>
        OutcomeOf(question).Severity >= GateSeverity.Conditional && _waivers.Contains(question.Id);

    private IEnumerable<Question> OpenGates(GateSeverity severity) =>
        Questions.Where(question => OutcomeOf(question).Severity == severity && !IsWaived(question));

    private void JudgeHardGates()
    {
        _reasons.AddRange(OpenGates(GateSeverity.Hard).Select(question => _writer.Gate(ReasonKind.HardGate, Verdict.NoGo, question)));
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
        if (LinesApply && _tally.Readiness < _rules.NoGo[Tier])
        {
            _reasons.Add(ReasonWriter.BelowNoGoLine(_tally.Readiness!.Value, _rules.NoGo[Tier], Tier));
        }
    }

    private void JudgeConditions()
    {
        _reasons.AddRange(OpenGates(GateSeverity.Conditional).Select(question => _writer.Gate(ReasonKind.ConditionalGate, Verdict.Conditional, question)));
        _reasons.AddRange(Waived.Select(question => _writer.Gate(ReasonKind.WaivedGate, Verdict.Conditional, question)));
        _reasons.AddRange(OpenGates(GateSeverity.Unverified).Select(question => _writer.Gate(ReasonKind.UnverifiedGate, Verdict.Conditional, question)));
    }

    private void JudgeReadiness()
    {
        if (LinesApply && _tally.Readiness < _rules.Go[Tier])
        {
            _reasons.Add(ReasonWriter.BelowGoLine(_tally.Readiness!.Value, _rules.Go[Tier], Tier));
        }

        foreach (var category in _tally.Categories)
        {
            if (category.AskedQuestions >= _rules.FloorNeeds && category.Readiness < _rules.Floor[Tier])
            {
                _reasons.Add(ReasonWriter.CategoryBelowFloor(category, _rules.Floor[Tier]));
            }
        }
    }

    private void JudgeDemandsOnSubmission()
    {
        if (_reading.Mode == ScoringMode.Partial)
        {
            return;
        }

        if (_tally.NotApplicableShare * 100 > _rules.MaxNotApplicablePercent)
        {
            _reasons.Add(_writer.TooMuchNotApplicable(_tally.NotApplicableShare, _rules.MaxNotApplicablePercent));
        }

        foreach (var category in _tally.Categories)
        {
            if (category.ShownQuestions >= _rules.FloorNeeds
                && category.NotApplicableWeight * 100 > category.ShownWeight * _rules.MaxNotApplicablePercentOfCategory)
            {
                _reasons.Add(_writer.CategoryTooMuchNotApplicable(category, _rules.MaxNotApplicablePercentOfCategory));
            }
        }

        if (_tally.Coverage * 100 < _rules.GoNeedsCoveragePercent)
        {
            _reasons.Add(_writer.CoverageTooLow(_tally.Coverage, _rules.GoNeedsCoveragePercent));
        }

        if (_reading.Form == Assessments.AssessmentForm.Short && Tier >= _rules.GoNeedsFullFormAtTier)
        {
            _reasons.Add(ReasonWriter.ShortForm(Tier));
        }
    }
}
