namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>Collects faults, so that all can be reported at once.</summary>
internal sealed class FaultList
{
    private readonly List<QuestionnaireFault> _faults = [];

    /// <summary>Adds a fault; the same one found twice is reported once.</summary>
    public void Add(string file, string path, string message)
    {
        var fault = new QuestionnaireFault(file, path, message);
        if (!_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    /// <exception cref="InvalidQuestionnaireException">There is a fault.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidQuestionnaireException(_faults);
        }
    }
}
