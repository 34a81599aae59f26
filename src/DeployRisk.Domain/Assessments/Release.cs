namespace DeployRisk.Domain.Assessments;

/// <summary>What is assessed: which release, when it is planned, how much is asked and in which context.</summary>
public sealed record Release
{
    /// <summary>Longest name, in characters, after trimming.</summary>
    public const int MaxNameLength = 100;

    /// <param name="name">1-<see cref="MaxNameLength"/> characters after trimming, for example <c>1.4.0</c>.</param>
    /// <param name="plannedOn">The day it is planned for.</param>
    /// <param name="form">How much is asked.</param>
    /// <param name="context">The context answers; may be incomplete while the assessment is a draft.</param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public Release(string name, DateOnly plannedOn, AssessmentForm form, ReleaseContext context)
    {
        var trimmed = PlainText.Of(name).Trim();
        if (PlainText.IsBlank(trimmed) || trimmed.Length > MaxNameLength)
        {
            throw new ArgumentException($"A release's name has 1 to {MaxNameLength} characters.", nameof(name));
        }

        Name = trimmed;
        PlannedOn = plannedOn;
        Form = form;
        Context = context;
    }

    public string Name { get; }

    public DateOnly PlannedOn { get; }

    public AssessmentForm Form { get; }

    public ReleaseContext Context { get; }

    /// <summary>Whether both say the same; the order of choices means nothing.</summary>
    public bool IsSameAs(Release other) =>
        (Name, PlannedOn, Form) == (other.Name, other.PlannedOn, other.Form) && Context.IsSameAs(other.Context);
}
