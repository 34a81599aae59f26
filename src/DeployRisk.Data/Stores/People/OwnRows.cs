using System.Globalization;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Assessments;

namespace DeployRisk.Data.Stores.People;

/// <summary>What of an assessment is one person's.</summary>
internal static class OwnRows
{
    public static OwnAssessment Of(AssessmentRow row, UserId person, bool isReadable) => new(
        row.Id.Value,
        isReadable ? row.Product!.Name : null,
        isReadable ? row.ReleaseName : null,
        row.State,
        row.StartedBy == person ? row.StartedAt : null,
        row.SubmittedBy == person ? row.SubmittedAt : null,
        row.WithdrawnBy == person ? row.WithdrawnAt : null,
        [
            .. row.Answers
                .Where(answer => answer.GivenBy == person)
                .Select(answer => new OwnAnswer(answer.QuestionId, InWords(answer), answer.Reason, answer.Evidence, answer.GivenAt))
                .OrderBy(answer => answer.GivenAt),
        ],
        [.. row.Answers.SelectMany(answer => Notes(answer, person)).OrderBy(note => note.WrittenAt)],
        [.. row.OtherRisks.SelectMany(risks => Risks(risks, person)).OrderBy(risks => risks.WrittenAt)]);

    private static IEnumerable<OwnText> Notes(AnswerRow answer, UserId person) =>
        Earlier(answer.QuestionId, answer.EarlierNotes, person)
            .Concat(answer is { Note.Length: > 0, NoteBy: { } by, NoteAt: { } at } && by == person ? [new OwnText(answer.QuestionId, answer.Note, at)] : []);

    private static IEnumerable<OwnText> Risks(OtherRisksRow risks, UserId person) =>
        Earlier(risks.CategoryId, risks.Earlier, person)
            .Concat(risks.WrittenBy == person && risks.Text.Length > 0 ? [new OwnText(risks.CategoryId, risks.Text, risks.WrittenAt)] : []);

    private static IEnumerable<OwnText> Earlier(string about, string? json, UserId person) =>
        EarlierTextsJson.Read(json).Where(text => text.Written.By == person).Select(text => new OwnText(about, text.Text, text.Written.At));

    private static string InWords(AnswerRow answer) => answer.Kind switch
    {
        AnswerKind.Level => answer.Level!.Value.ToString(CultureInfo.InvariantCulture),
        AnswerKind.Unknown => "unknown",
        AnswerKind.NotApplicable => "notApplicable",
        _ => "none",
    };
}
