using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <summary>What an answer and its evidence must be like.</summary>
internal static class AnswerRules
{
    /// <summary>Why the answer cannot be taken, or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside 0-4.</exception>
    public static Refusal? WhyRefused(Questionnaire questionnaire, Question question, Answer answer, Func<AnswerSheet> sheet)
    {
        if (answer is Answer.AtLevel { Level: < 0 or > Question.TopLevel })
        {
            throw new ArgumentOutOfRangeException(nameof(answer), answer, $"A level is 0 to {Question.TopLevel}.");
        }

        if (answer is not Answer.NotApplicable { Reason: var reason })
        {
            return null;
        }

        return reason switch
        {
            _ when !Visibility.MayBeNotApplicable(questionnaire, question, sheet()) => new Refusal.NotApplicableRefused(),
            _ when PlainText.IsBlank(reason) => new Refusal.ReasonMissing(),
            { Length: > Answer.NotApplicable.MaxReasonLength } => new Refusal.TooLong(Answer.NotApplicable.MaxReasonLength),
            _ => null,
        };
    }

    /// <summary>Why a text that may have so many characters cannot be taken, or null.</summary>
    public static Refusal? WhyTooLong(string text, int max) => text.Length > max ? new Refusal.TooLong(max) : null;

    /// <summary>Why the evidence cannot be taken, or null.</summary>
    public static Refusal? WhyRefused(string[] links)
    {
        if (links.Length > AnswerEntry.MaxLinks)
        {
            return new Refusal.TooManyLinks(AnswerEntry.MaxLinks);
        }

        return Array.Find(links, link => !AnswerEntry.IsLink(link)) is { } bad ? new Refusal.NotALink(bad) : null;
    }

    /// <summary>Whether the question has an answer; a "not applicable" that context or other answers refuse by now does not count.</summary>
    public static bool IsAnswered(Questionnaire questionnaire, Question question, AnswerSheet sheet) => sheet[question.Id] switch
    {
        Answer.Unanswered => false,
        Answer.NotApplicable => Visibility.MayBeNotApplicable(questionnaire, question, sheet),
        _ => true,
    };
}
