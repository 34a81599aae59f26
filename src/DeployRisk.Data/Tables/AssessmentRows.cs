using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Tables;

/// <summary>Between an assessment and its rows.</summary>
internal static class AssessmentRows
{
    public static Assessment ToAssessment(this AssessmentRow row) => Assessment.Restore(
        row.Id,
        row.ProductId,
        row.QuestionnaireId,
        new Release(row.ReleaseName, row.PlannedOn, row.Form, row.Context),
        new Moment(row.StartedBy, row.StartedAt),
        row.ToLifeCycle(),
        row is { CopiedFromId: { } source, CopiedFromRelease: { } name } ? new CopySource(source, name) : null,
        row.Answers.Select(ToEntry),
        row.OtherRisks.Select(risks => new OtherRisks(risks.CategoryId, risks.Text, new Moment(risks.WrittenBy, risks.WrittenAt))
        {
            Earlier = EarlierTextsJson.Read(risks.Earlier),
        }));

    /// <summary>One question, from a row that has the answers it reads.</summary>
    public static DraftQuestion ToQuestion(this AssessmentRow row, Questionnaire questionnaire, string questionId) =>
        DraftQuestion.Restore(questionnaire, questionId, row.ToLifeCycle(), row.Form, row.Context, [.. row.Answers.Select(ToEntry)]);

    public static AssessmentRow ToRow(this Assessment assessment) => new()
    {
        Id = assessment.Id,
        ProductId = assessment.ProductId,
        QuestionnaireId = assessment.QuestionnaireId,
        State = assessment.State,
        ReleaseName = assessment.Release.Name,
        PlannedOn = assessment.Release.PlannedOn,
        Form = assessment.Release.Form,
        Context = assessment.Release.Context,
        StartedBy = assessment.Started.By,
        StartedAt = assessment.Started.At,
        LastEditedBy = assessment.Started.By,
        LastEditedAt = assessment.Started.At,
    };

    /// <summary>Brings the rows to what the assessment says now; rows that say so already are not written.</summary>
    public static void Take(this AssessmentRow row, Assessment assessment)
    {
        row.State = assessment.State;
        row.SubmittedBy = assessment.Submitted?.By;
        row.SubmittedAt = assessment.Submitted?.At;
        row.WithdrawnBy = assessment.Withdrawn?.By;
        row.WithdrawnAt = assessment.Withdrawn?.At;
        row.CopiedFromId = assessment.CopiedFrom?.Id;
        row.CopiedFromRelease = assessment.CopiedFrom?.Release;
        row.TakeRelease(assessment.Release);
        row.TakeAnswers(assessment);
        row.TakeOtherRisks(assessment);
    }

    /// <summary>Brings the row of one answer to what is known about its question now.</summary>
    public static void Take(this AssessmentRow row, AnswerEntry entry) =>
        Take(row.Answers.Find(answer => answer.QuestionId == entry.QuestionId) ?? row.NewAnswer(entry.QuestionId), entry);

    private static LifeCycle ToLifeCycle(this AssessmentRow row) =>
        new(ToMoment(row.SubmittedBy, row.SubmittedAt), ToMoment(row.WithdrawnBy, row.WithdrawnAt));

    private static void TakeRelease(this AssessmentRow row, Release release)
    {
        row.ReleaseName = release.Name;
        row.PlannedOn = release.PlannedOn;
        row.Form = release.Form;
        row.Context = release.Context;
    }

    private static void TakeAnswers(this AssessmentRow row, Assessment assessment)
    {
        var answers = row.Answers.ToDictionary(answer => answer.QuestionId, StringComparer.Ordinal);
        foreach (var entry in assessment.Entries.Values)
        {
            Take(answers.GetValueOrDefault(entry.QuestionId) ?? row.NewAnswer(entry.QuestionId), entry);
        }
    }

    private static AnswerRow NewAnswer(this AssessmentRow row, string questionId)
    {
        var answer = new AnswerRow { AssessmentId = row.Id, QuestionId = questionId };
        row.Answers.Add(answer);
        return answer;
    }

    private static void Take(AnswerRow row, AnswerEntry entry)
    {
        row.Kind = KindOf(entry.Answer);
        row.Level = (entry.Answer as Answer.AtLevel)?.Level;
        row.Reason = (entry.Answer as Answer.NotApplicable)?.Reason;
        row.Note = entry.Note;
        row.NoteBy = entry.NoteWritten?.By;
        row.NoteAt = entry.NoteWritten?.At;
        row.EarlierNotes = EarlierTextsJson.Write(entry.EarlierNotes);
        row.GivenBy = entry.Given.By;
        row.GivenAt = entry.Given.At;
        row.Origin = entry.Origin;
        if (!row.Evidence.SequenceEqual(entry.Evidence, StringComparer.Ordinal))
        {
            row.Evidence = [.. entry.Evidence];
        }
    }

    private static void TakeOtherRisks(this AssessmentRow row, Assessment assessment)
    {
        row.OtherRisks.RemoveAll(risks => !assessment.OtherRisks.ContainsKey(risks.CategoryId));
        foreach (var risks in assessment.OtherRisks.Values)
        {
            var kept = row.OtherRisks.Find(other => other.CategoryId == risks.CategoryId);
            if (kept is null)
            {
                kept = new OtherRisksRow { AssessmentId = row.Id, CategoryId = risks.CategoryId };
                row.OtherRisks.Add(kept);
            }

            kept.Text = risks.Text;
            kept.Earlier = EarlierTextsJson.Write(risks.Earlier);
            kept.WrittenBy = risks.Written.By;
            kept.WrittenAt = risks.Written.At;
        }
    }

    private static AnswerEntry ToEntry(AnswerRow row) => new()
    {
        QuestionId = row.QuestionId,
        Answer = ToAnswer(row),
        Note = row.Note,
        NoteWritten = ToMoment(row.NoteBy, row.NoteAt),
        EarlierNotes = EarlierTextsJson.Read(row.EarlierNotes),
        Evidence = row.Evidence,
        Given = new Moment(row.GivenBy, row.GivenAt),
        Origin = row.Origin,
    };

    private static Answer ToAnswer(AnswerRow row) => row.Kind switch
    {
        AnswerKind.Level => new Answer.AtLevel(row.Level ?? throw Broken(row)),
        AnswerKind.Unknown => Answer.DontKnow,
        AnswerKind.NotApplicable => new Answer.NotApplicable(row.Reason ?? throw Broken(row)),
        AnswerKind.Unanswered => Answer.None,
        _ => throw Broken(row),
    };

    private static AnswerKind KindOf(Answer answer) => answer switch
    {
        Answer.AtLevel => AnswerKind.Level,
        Answer.Unknown => AnswerKind.Unknown,
        Answer.NotApplicable => AnswerKind.NotApplicable,
        _ => AnswerKind.Unanswered,
    };

    private static Moment? ToMoment(UserId? by, DateTimeOffset? at) =>
        by is { } who && at is { } when ? new Moment(who, when) : null;

    private static InvalidDataException Broken(AnswerRow row) =>
        new($"The stored answer to {row.QuestionId} of assessment {row.AssessmentId} is not whole.");
}
