using DeployRisk.Domain.Questionnaires;
using DeployRisk.Domain.Scoring;

namespace DeployRisk.Cli.Scoring;

internal sealed record ReasonOutput(ReasonKind Kind, string Text, IReadOnlyList<string> Questions)
{
    public static ReasonOutput Of(Reason reason, Language language) => new(reason.Kind, reason.Text.In(language), reason.QuestionIds);
}
