namespace DeployRisk.Domain.Questionnaires;

/// <summary>A questionnaire was not loaded; every fault is listed.</summary>
public sealed class InvalidQuestionnaireException(IReadOnlyList<QuestionnaireFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<QuestionnaireFault> Faults { get; } = faults;
}
