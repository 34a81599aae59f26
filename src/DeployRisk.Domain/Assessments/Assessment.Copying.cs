using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Domain.Assessments;

/// <content>Answers taken over from the last release. They count for nothing until somebody confirms them for this one.</content>
public sealed partial class Assessment
{
    /// <summary>
    /// Copies the answers of an earlier submission, with their notes and evidence, to every question that has none here;
    /// "I don't know" is not copied, since knowing is what changes between releases.
    /// </summary>
    /// <exception cref="ArgumentException">The other assessment is a draft.</exception>
    public EditOutcome CopyAnswers(Questionnaire questionnaire, Assessment from, DateTimeOffset at)
    {
        if (from.Submitted is null)
        {
            throw new ArgumentException("Answers are copied from a submission.", nameof(from));
        }

        if (WhyFinal() is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        foreach (var earlier in from.Entries.Values.Where(entry => IsWorthCopying(questionnaire, entry)))
        {
            _entries[earlier.QuestionId] = Copy(earlier, _entries.GetValueOrDefault(earlier.QuestionId));
        }

        CopiedFrom = new CopySource(from.Id, from.Release.Name);
        return new EditOutcome.Saved(at);
    }

    /// <summary>
    /// Confirms copied answers of these questions: they are answers of this assessment from now on, given by who confirmed
    /// them. What has no copied answer, or one that the context refuses by now, is passed over.
    /// </summary>
    /// <exception cref="ArgumentException">The questionnaire does not know a question.</exception>
    public EditOutcome Confirm(Questionnaire questionnaire, IEnumerable<string> questionIds, UserId by, DateTimeOffset at)
    {
        if (WhyFinal() is { } why)
        {
            return new EditOutcome.Refused(why);
        }

        foreach (var questionId in questionIds)
        {
            Change(questionnaire, questionId, question => question.Confirm(by, at));
        }

        return new EditOutcome.Saved(at);
    }

    /// <summary>The shown questions whose copied answers wait for somebody to confirm them, in the order of the questionnaire.</summary>
    public IReadOnlyList<string> ToConfirm(Questionnaire questionnaire) =>
    [
        .. Visibility.ShownQuestions(questionnaire, Release.Form, Release.Context)
            .Where(question => _entries.GetValueOrDefault(question.Id) is { IsToConfirm: true })
            .Select(question => question.Id),
    ];

    private static AnswerEntry Copy(AnswerEntry earlier, AnswerEntry? here) => earlier with
    {
        Note = here?.Note is { Length: > 0 } note ? note : earlier.Note,
        NoteWritten = here?.Note is { Length: > 0 } ? here.NoteWritten : earlier.NoteWritten,
        EarlierNotes = here?.EarlierNotes ?? [],
        Evidence = here?.Evidence is { Count: > 0 } evidence ? evidence : earlier.Evidence,
        Origin = AnswerOrigin.Copied,
    };

    private bool IsWorthCopying(Questionnaire questionnaire, AnswerEntry earlier) =>
        questionnaire.FindQuestion(earlier.QuestionId) is not null
        && earlier is { IsToConfirm: false, Answer: Answer.AtLevel or Answer.NotApplicable }
        && _entries.GetValueOrDefault(earlier.QuestionId) is null or { Counted: Answer.Unanswered }
        && (earlier.Answer is not Answer.NotApplicable || IsAcceptedHere(questionnaire, earlier.QuestionId));

    /// <summary>Whether "not applicable" is accepted in this context.</summary>
    private bool IsAcceptedHere(Questionnaire questionnaire, string questionId) =>
        Visibility.MayBeNotApplicable(questionnaire, questionnaire.Question(questionId), new AnswerSheet(Release.Form, Release.Context, new Dictionary<string, Answer>()));
}
