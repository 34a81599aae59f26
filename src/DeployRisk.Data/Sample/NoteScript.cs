using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>What somebody wrote to a question of one release, or to the other risks of a category.</summary>
/// <param name="On">The id of the question or of the category.</param>
/// <param name="Text">The note.</param>
/// <param name="Links">Evidence; other risks have none.</param>
internal sealed record NoteScript(string On, LocalizedText Text, IReadOnlyList<string>? Links = null);
