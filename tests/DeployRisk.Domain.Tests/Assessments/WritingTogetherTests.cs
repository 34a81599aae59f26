using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Tests.Builders;

namespace DeployRisk.Domain.Tests.Assessments;

/// <summary>Several people change the same text or list at the same time: nothing of anybody is lost.</summary>
public sealed class WritingTogetherTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserId Ada = UserId.New(Nine);
    private static readonly UserId Bob = UserId.New(Nine);
    private static readonly Questionnaire Questionnaire = new QuestionnaireBuilder().Ask("AVA-1").Build();

    [Fact]
    public void Note_BasedOnWhatIsThere_ReplacesIt()
    {
        var assessment = Draft();
        Write(assessment, "one", "", Ada);
        Write(assessment, "two", "one", Bob);

        Assert.Equal("two", Entry(assessment).Note);
        Assert.Equal(new Moment(Bob, Nine), Entry(assessment).NoteWritten);
        Assert.Empty(Entry(assessment).EarlierNotes);
    }

    [Fact]
    public void Note_WrittenWithoutHavingSeenTheOther_StandsAndTheOtherIsKept()
    {
        var assessment = Draft();
        Write(assessment, "Ada's", "", Ada);
        Write(assessment, "Bob's", "", Bob, Nine.AddSeconds(5));

        Assert.Equal("Bob's", Entry(assessment).Note);
        Assert.Equal([new EarlierText("Ada's", new Moment(Ada, Nine))], Entry(assessment).EarlierNotes);
    }

    [Fact]
    public void EarlierNote_WhoseTextTheNewNoteHolds_IsLetGo()
    {
        var assessment = Draft();
        Write(assessment, "Ada's", "", Ada);
        Write(assessment, "Bob's", "", Bob);
        Write(assessment, "Bob's\n\nAda's", "Bob's", Bob);

        Assert.Empty(Entry(assessment).EarlierNotes);
    }

    [Fact]
    public void EarlierNotes_OfOnePersonWhoTypesOn_AreOne()
    {
        var assessment = Draft();
        Write(assessment, "A", "", Ada);
        Write(assessment, "B", "", Bob, Nine.AddSeconds(1));
        Write(assessment, "Ax", "A", Ada, Nine.AddSeconds(2));
        Write(assessment, "By", "B", Bob, Nine.AddSeconds(3));

        Assert.Equal("By", Entry(assessment).Note);
        Assert.Equal(["Ax"], Entry(assessment).EarlierNotes.Select(note => note.Text));
    }

    [Fact]
    public void EarlierNotes_OfOnePersonAtDifferentTimes_AreAllKept()
    {
        var assessment = Draft();
        Write(assessment, "A", "", Ada);
        Write(assessment, "B", "", Bob);
        Write(assessment, "C", "B", Ada, Nine.AddHours(1));
        Write(assessment, "D", "B", Bob, Nine.AddHours(1));

        Assert.Equal(["A", "C"], Entry(assessment).EarlierNotes.Select(note => note.Text));
    }

    [Fact]
    public void EarlierNote_Removed_IsGone()
    {
        var assessment = Draft();
        Write(assessment, "Ada's", "", Ada);
        Write(assessment, "Bob's", "", Bob);

        assessment.RemoveEarlierNote(Questionnaire, "AVA-1", new Moment(Ada, Nine), Bob, Nine);

        Assert.Equal("Bob's", Entry(assessment).Note);
        Assert.Empty(Entry(assessment).EarlierNotes);
    }

    [Fact]
    public void Note_ClearedByWhoHasNotSeenIt_IsKeptAside()
    {
        var assessment = Draft();
        Write(assessment, "Ada's", "", Ada);
        Write(assessment, "", "an older one", Bob);

        Assert.Equal("", Entry(assessment).Note);
        Assert.Equal(["Ada's"], Entry(assessment).EarlierNotes.Select(note => note.Text));
    }

    [Fact]
    public void Evidence_AddedByTwoAtOnce_HasBoth()
    {
        var assessment = Draft();
        Link(assessment, ["https://a.example/", "https://old.example/"], ["https://old.example/"]);
        Link(assessment, ["https://b.example/"], ["https://old.example/"]);

        Assert.Equal(["https://b.example/", "https://a.example/"], Entry(assessment).Evidence);
    }

    [Fact]
    public void OtherRisks_WrittenWithoutHavingSeenTheOther_KeepTheOther()
    {
        var assessment = Draft();
        assessment.ChangeOtherRisks(Questionnaire, "availability", "tide", Ada, Nine, basedOn: "");
        assessment.ChangeOtherRisks(Questionnaire, "availability", "storm", Bob, Nine, basedOn: "");

        var risks = assessment.OtherRisks["availability"];
        Assert.Equal("storm", risks.Text);
        Assert.Equal(["tide"], risks.Earlier.Select(text => text.Text));

        assessment.ChangeOtherRisks(Questionnaire, "availability", "", Bob, Nine, basedOn: "storm");
        Assert.Equal(["tide"], assessment.OtherRisks["availability"].Earlier.Select(text => text.Text));
        assessment.RemoveEarlierRisks(Questionnaire, "availability", new Moment(Ada, Nine), Nine);
        Assert.Empty(assessment.OtherRisks);
    }

    private static void Write(Assessment assessment, string note, string basedOn, UserId by, DateTimeOffset? at = null) =>
        Assert.IsType<EditOutcome.Saved>(assessment.ChangeNote(Questionnaire, "AVA-1", note, by, at ?? Nine, basedOn));

    private static void Link(Assessment assessment, string[] links, string[] basedOn) =>
        Assert.IsType<EditOutcome.Saved>(assessment.ChangeEvidence(Questionnaire, "AVA-1", links, Ada, Nine, basedOn));

    private static AnswerEntry Entry(Assessment assessment) => assessment.Entries["AVA-1"];

    private static Assessment Draft() => Assessment.Start(
        AssessmentId.New(Nine), ProductId.New(Nine), Questionnaire, new Release("1.0.0", new DateOnly(2026, 3, 3), AssessmentForm.Full, Sheet.Context(("CTX-1", 1))), Ada, Nine);
}
