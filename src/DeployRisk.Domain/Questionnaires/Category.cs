namespace DeployRisk.Domain.Questionnaires;

/// <summary>One of the categories of risk.</summary>
/// <param name="Id">The id, for example <c>availability</c>.</param>
/// <param name="Code">The three-letter code that its questions' ids start with, for example <c>AVA</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Weight">Its weight in the overall readiness, a whole number from 1.</param>
/// <param name="Questions">Its questions, in order.</param>
public sealed record Category(string Id, string Code, LocalizedText Title, int Weight, IReadOnlyList<Question> Questions);
