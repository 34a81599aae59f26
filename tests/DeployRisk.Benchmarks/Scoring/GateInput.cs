using System.Collections.Immutable;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Benchmarks.Scoring;

/// <summary>What the rules read, prepared: levels by position (-1: none), and the chosen options.</summary>
public sealed class GateInput
{
    public GateInput(Questionnaire questionnaire, AnswerSheet sheet)
    {
        Levels = [.. questionnaire.Questions.Select(question => LevelOf(sheet[question.Id]))];
        Context = [.. questionnaire.Context.Select(question => sheet.Context.Level(question.Id) ?? -1)];
        Chosen = [.. Options(questionnaire).Select(option => sheet.Context.Includes(option.Question, option.Option))];
    }

    public ImmutableArray<int> Levels { get; }

    public ImmutableArray<int> Context { get; }

    public ImmutableArray<bool> Chosen { get; }

    /// <summary>All options of all context questions, in the order of <see cref="Chosen"/>.</summary>
    public static IEnumerable<(string Question, string Option)> Options(Questionnaire questionnaire) =>
        questionnaire.Context.SelectMany(question => question.Options.Select(option => (question.Id, option.Id)));

    private static int LevelOf(Answer answer) => answer switch
    {
        Answer.AtLevel at => at.Level,
        Answer.Unknown => 0,
        _ => -1,
    };
}
