using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.TestKit.Builders;

/// <summary>The built-in questionnaire, loaded once for all tests.</summary>
public static class BuiltIn
{
    private static readonly Lazy<Questionnaire> Loaded = new(QuestionnaireLoader.LoadBuiltIn);

    public static Questionnaire Questionnaire => Loaded.Value;
}
