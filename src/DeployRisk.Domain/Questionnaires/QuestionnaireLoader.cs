namespace DeployRisk.Domain.Questionnaires;

/// <summary>Reads, validates and hashes questionnaires. Format: docs/questionnaire-format.md.</summary>
public static class QuestionnaireLoader
{
    /// <summary>The built-in questionnaire <c>deployment-readiness</c>.</summary>
    /// <exception cref="InvalidQuestionnaireException">It has faults; all are listed.</exception>
    public static Questionnaire LoadBuiltIn() => throw new NotImplementedException();

    /// <summary>Reads a folder with a <c>questionnaire.json</c>, or one file with its categories inline.</summary>
    /// <exception cref="InvalidQuestionnaireException">It has faults; all are listed.</exception>
    public static Questionnaire Load(string path) => throw new NotImplementedException();
}
