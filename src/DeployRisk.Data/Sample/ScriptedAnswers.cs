using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>The answers of a product as its story has them by now.</summary>
internal sealed class ScriptedAnswers(Questionnaire questionnaire, IReadOnlyDictionary<string, LocalizedText> reasons, Language language)
{
    private const char Unknown = '?';
    private const char NotApplicable = '-';

    private readonly Dictionary<string, char> _marks = new(StringComparer.Ordinal);

    public Answer this[string questionId] => _marks[questionId] switch
    {
        Unknown => Answer.DontKnow,
        NotApplicable => new Answer.NotApplicable(reasons[questionId].In(language)),
        var level => new Answer.AtLevel(level - '0'),
    };

    /// <summary>Takes what changed: whole categories first, so that single questions can differ.</summary>
    public void Take(IReadOnlyDictionary<string, string> changes)
    {
        foreach (var (code, marks) in changes.Where(change => questionnaire.FindQuestion(change.Key) is null))
        {
            var questions = questionnaire.Categories.Single(category => category.Code == code).Questions;
            foreach (var (question, mark) in questions.Zip(marks, (question, mark) => (question, mark)))
            {
                _marks[question.Id] = mark;
            }
        }

        foreach (var (questionId, mark) in changes.Where(change => questionnaire.FindQuestion(change.Key) is not null))
        {
            _marks[questionId] = mark[0];
        }
    }
}
