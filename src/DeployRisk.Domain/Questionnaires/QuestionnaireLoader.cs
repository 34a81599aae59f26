using DeployRisk.Domain.Questionnaires.Loading;

namespace DeployRisk.Domain.Questionnaires;

/// <summary>Reads, validates and hashes questionnaires. Format: docs/questionnaire-format.md.</summary>
public static class QuestionnaireLoader
{
    /// <summary>The built-in questionnaire <c>deployment-readiness</c>.</summary>
    /// <exception cref="InvalidQuestionnaireException">It has faults; all are listed.</exception>
    public static Questionnaire LoadBuiltIn() => new QuestionnaireReader(QuestionnaireFiles.BuiltIn).Read();

    /// <summary>
    /// Reads a folder with a <c>questionnaire.json</c>, one file with its categories inline, or the questionnaire that
    /// the file of a category belongs to.
    /// </summary>
    /// <exception cref="InvalidQuestionnaireException">It has faults, or cannot be read; all faults are listed.</exception>
    public static Questionnaire Load(string path) => new QuestionnaireReader(QuestionnaireFiles.At(path)).Read();
}
