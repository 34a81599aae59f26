namespace DeployRisk.Domain.Questionnaires;

/// <summary>One fault found in a questionnaire.</summary>
/// <param name="File">The file it is in.</param>
/// <param name="Path">The JSON path, for example <c>$.questions[3].gates[0].when</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record QuestionnaireFault(string File, string Path, string Message)
{
    public override string ToString() => $"{File}: {Path}: {Message}";
}
