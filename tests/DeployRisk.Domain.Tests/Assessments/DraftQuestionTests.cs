using CsCheck;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Domain.Tests.Assessments;

/// <summary>One question, loaded with no more than it reads, decides as the whole assessment does.</summary>
public sealed class DraftQuestionTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly UserId Ada = UserId.New(Nine);
    private static readonly Questionnaire BuiltIn = QuestionnaireLoader.LoadBuiltIn();

    [Fact]
    public void Reads_OfEveryQuestion_NamesItselfOnce() => Assert.All(
        BuiltIn.Questions,
        question => Assert.Single(DraftQuestion.Reads(BuiltIn, question.Id), read => read == question.Id));

    [Fact]
    public void Reads_WhereAnotherAnswerDecidesWhetherItMayBeSetAside_NamesThatToo() =>
        Assert.Equal(["STR-3", "STR-5"], DraftQuestion.Reads(BuiltIn, "STR-5"));

    [Fact]
    public void Reads_OfAnUnknownQuestion_Throws() =>
        Assert.Throws<ArgumentException>(() => DraftQuestion.Reads(BuiltIn, "NIX-1"));

    [Fact]
    public void EveryQuestion_SetAsideWithOnlyWhatItReads_IsDecidedAsInTheWhole() => Gen.Select(
        Gen.Int[0, 4].Array[BuiltIn.Questions.Count],
        Gen.Int[0, 4].Array[8]).Sample(
        (levels, context) =>
        {
            var whole = Whole(levels, new ReleaseContext(
                context.Index().ToDictionary(pair => $"CTX-{pair.Index + 1}", pair => pair.Item),
                new Dictionary<string, IReadOnlyList<string>> { ["CTX-9"] = [BuiltIn.FindContext("CTX-9")!.Options[context[0]].Id] }));
            foreach (var id in BuiltIn.Questions.Select(question => question.Id))
            {
                var reads = DraftQuestion.Reads(BuiltIn, id).ToHashSet();
                var entries = whole.Entries.Values.Where(entry => reads.Contains(entry.QuestionId)).ToList();
                var alone = DraftQuestion.Restore(BuiltIn, id, whole.Life, whole.Release.Form, whole.Release.Context, entries);

                var outcome = alone.SetAnswer(new Answer.NotApplicable("why"), Ada, Nine);

                Assert.Equal(whole.SetAnswer(BuiltIn, id, new Answer.NotApplicable("why"), Ada, Nine), outcome);
                Assert.Equal(whole.Entries[id], alone.Entry);
                whole.SetAnswer(BuiltIn, id, entries.Single(entry => entry.QuestionId == id).Answer, Ada, Nine);
            }
        },
        iter: 20);

    [Fact]
    public void Question_OfASubmission_RefusesEveryChange()
    {
        var life = LifeCycle.Draft with { Submitted = new Moment(Ada, Nine) };
        var question = DraftQuestion.Restore(BuiltIn, "AVA-2", life, AssessmentForm.Full, ReleaseContext.Empty, []);

        var refused = new EditOutcome.Refused(new Refusal.AlreadySubmitted(Nine, Ada));
        Assert.Equal(refused, question.SetAnswer(Answer.DontKnow, Ada, Nine));
        Assert.Equal(refused, question.ChangeNote("late", Ada, Nine, null));
        Assert.Equal(refused, question.ChangeEvidence([], Ada, Nine, null));
        Assert.Equal(refused, question.RemoveEarlierNote(new Moment(Ada, Nine), Ada, Nine));
        Assert.Null(question.Entry);
    }

    private static Assessment Whole(int[] levels, ReleaseContext context)
    {
        var assessment = Assessment.Start(AssessmentId.New(Nine), ProductId.New(Nine), BuiltIn, new Release("1.0", new DateOnly(2026, 3, 2), AssessmentForm.Full, context), Ada, Nine);
        foreach (var question in BuiltIn.Questions)
        {
            assessment.SetAnswer(BuiltIn, question.Id, new Answer.AtLevel(levels[question.Order]), Ada, Nine);
        }

        return assessment;
    }
}
