using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Scoring;

/// <summary>Which questions a release is asked, and which of them may be set aside.</summary>
public static class Visibility
{
    /// <summary>The questions shown for this form and context, in the order of the questionnaire.</summary>
    public static IReadOnlyList<Question> ShownQuestions(Questionnaire questionnaire, AssessmentForm form, ReleaseContext context) =>
        throw new NotImplementedException();

    /// <summary>Whether "not applicable" is accepted for the question in this context.</summary>
    public static bool MayBeNotApplicable(Question question, ReleaseContext context) => throw new NotImplementedException();
}
