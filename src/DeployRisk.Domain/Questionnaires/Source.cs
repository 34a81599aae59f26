namespace DeployRisk.Domain.Questionnaires;

/// <summary>A public document that a question rests on.</summary>
/// <param name="Title">The document's title, as its authors wrote it.</param>
/// <param name="Url">Its http or https address.</param>
/// <param name="Clause">The clause, chapter or control meant; null: the document as a whole.</param>
public sealed record Source(string Title, string Url, string? Clause);
