namespace DeployRisk.Domain.Questionnaires.Loading;

/// <summary>The bytes of one file of a questionnaire.</summary>
internal sealed record QuestionnaireFile(string Name, ReadOnlyMemory<byte> Content);
