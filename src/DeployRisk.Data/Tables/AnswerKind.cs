namespace DeployRisk.Data.Tables;

/// <summary>The states of an answer as they are stored; the numbers are in databases and never change.</summary>
internal enum AnswerKind
{
    Unanswered = 0,
    Level = 1,
    Unknown = 2,
    NotApplicable = 3,
}
