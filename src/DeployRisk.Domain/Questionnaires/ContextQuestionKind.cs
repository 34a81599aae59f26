namespace DeployRisk.Domain.Questionnaires;

/// <summary>How a context question is answered.</summary>
public enum ContextQuestionKind
{
    /// <summary>One of the levels 0-4; the ids of its options are their numbers.</summary>
    Level,

    /// <summary>Any number of options, or the exclusive one.</summary>
    Multiple,
}
