using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>Two people answered the same question within moments: the later answer stands, and both are told.</summary>
/// <param name="Other">The other person.</param>
/// <param name="Replaced">The answer that does not stand.</param>
/// <param name="MineStands">Whether the reader's was the later.</param>
public sealed record Crossing(UserId Other, Answer Replaced, bool MineStands)
{
    /// <summary>How close two answers are that meet.</summary>
    public static readonly TimeSpan Moments = TimeSpan.FromSeconds(30);

    /// <summary>What the reader is told when one answer gave way to another; null when it is none of their business.</summary>
    public static Crossing? Of(AnswerEntry before, AnswerEntry now, UserId me) => (before, now) switch
    {
        _ when before.Counted == now.Counted || before.Counted is Answer.Unanswered || now.Counted is Answer.Unanswered => null,
        _ when (now.Given.At - before.Given.At).Duration() > Moments || before.Given.By == now.Given.By => null,
        _ when now.Given.By == me => new Crossing(before.Given.By, before.Counted, MineStands: true),
        _ when before.Given.By == me => new Crossing(now.Given.By, before.Counted, MineStands: false),
        _ => null,
    };
}
