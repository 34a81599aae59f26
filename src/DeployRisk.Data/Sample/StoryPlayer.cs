using System.Globalization;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Data.Sample;

/// <summary>
/// Plays a product's story through the domain, as a team would have done it: starts, answers, writes notes, submits,
/// withdraws. Figures and verdicts are those that the rules give.
/// </summary>
internal sealed class StoryPlayer(
    Questionnaire questionnaire, SampleDays days, Language language, IReadOnlyDictionary<string, UserId> people, SampleIds ids)
{
    private const int DaysOfWork = 3;
    private static readonly TimeSpan PerAnswer = TimeSpan.FromSeconds(80);
    private static readonly TimeSpan BeforeSubmission = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BeforeWithdrawal = TimeSpan.FromMinutes(17);

    public IReadOnlyList<PlayedAssessment> Play(ProductScript story, ProductId product)
    {
        var answers = new ScriptedAnswers(questionnaire, story.NotApplicable, language);
        answers.Take(story.Answers);
        var played = new List<PlayedAssessment>();
        foreach (var (index, script) in story.Releases.Index())
        {
            answers.Take(script.Answers);
            played.Add(Play(story, script, $"{story.Key} {index}", product, answers));
        }

        return played;
    }

    private PlayedAssessment Play(ProductScript story, ReleaseScript script, string what, ProductId product, ScriptedAnswers answers)
    {
        var ended = days.Ago(script.DaysAgo, what);
        var started = days.Ago(script.DaysAgo + DaysOfWork, what + " started");
        var planned = SampleDays.After(ended, script.PlannedIn);
        var release = new Release(NameOf(script, planned), planned, script.Form, ContextOf(story, script));
        var by = people[script.Team[0]];
        var assessment = Assessment.Start(new AssessmentId(ids.At(started, what)), product, questionnaire, release, by, started);
        var last = Answer(assessment, script, answers, started, ended);
        Write(assessment, script, last);
        if (script.State == AssessmentState.Draft)
        {
            return new PlayedAssessment(assessment, null, last);
        }

        var submitted = assessment.Submit(questionnaire, by, ended) as SubmitOutcome.Submitted
            ?? throw new InvalidDataException($"{script.Name} of the sample's {story.Key} cannot be submitted.");
        if (script.State == AssessmentState.Withdrawn)
        {
            ended += BeforeWithdrawal;
            assessment.Withdraw(by, ended);
        }

        return new PlayedAssessment(assessment, submitted.Result, new Moment(by, ended));
    }

    /// <summary>Answers the first half on the day it is started, the rest right before the end, by turns of categories.</summary>
    /// <returns>Who gave the last answer, and when.</returns>
    private Moment Answer(Assessment assessment, ReleaseScript script, ScriptedAnswers answers, DateTimeOffset started, DateTimeOffset ended)
    {
        var turns = questionnaire.Categories
            .Where(category => script.Answered?.Contains(category.Code) ?? true)
            .SelectMany((category, turn) => category.Questions.Select(question => (Question: question, By: people[script.Team[turn % script.Team.Count]])))
            .Where(turn => Visibility.IsShown(questionnaire, turn.Question, assessment.Release.Form, assessment.Release.Context))
            .ToList();
        var last = assessment.Started;
        foreach (var (index, (question, by)) in turns.Index())
        {
            var at = index < turns.Count / 2 ? started + ((index + 1) * PerAnswer) : ended - BeforeSubmission - ((turns.Count - 1 - index) * PerAnswer);
            last = new Moment(by, at);
            if (assessment.SetAnswer(questionnaire, question.Id, answers[question.Id], by, at) is EditOutcome.Refused refused)
            {
                throw new InvalidDataException($"The sample's answer to {question.Id} of {assessment.Release.Name} is refused: {refused.Why}.");
            }
        }

        return last;
    }

    private void Write(Assessment assessment, ReleaseScript script, Moment last)
    {
        foreach (var note in script.Notes)
        {
            var given = assessment.Entries.GetValueOrDefault(note.On)?.Given ?? last;
            assessment.ChangeNote(questionnaire, note.On, note.Text.In(language), given.By, given.At);
            assessment.ChangeEvidence(questionnaire, note.On, note.Links ?? [], given.By, given.At);
        }

        foreach (var risks in script.OtherRisks)
        {
            assessment.ChangeOtherRisks(questionnaire, risks.On, risks.Text.In(language), last.By, last.At);
        }
    }

    private string NameOf(ReleaseScript script, DateOnly planned)
    {
        var name = language == Language.French && script.NameFr is not null ? script.NameFr : script.Name;
        return name
            .Replace("{yy}", planned.ToString("yy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{MM}", planned.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static ReleaseContext ContextOf(ProductScript story, ReleaseScript script)
    {
        var levels = new Dictionary<string, int>(story.Context.Levels!, StringComparer.Ordinal);
        foreach (var (id, level) in script.Context.Levels ?? new Dictionary<string, int>())
        {
            levels[id] = level;
        }

        return new ReleaseContext(levels, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["CTX-9"] = script.Context.Scope ?? story.Context.Scope!,
            ["CTX-10"] = script.Context.Features ?? story.Context.Features!,
        });
    }
}
