namespace DeployRisk.Web.Shared.Forms;

/// <summary>How much a field takes before anybody looks at it.</summary>
public static class Typing
{
    /// <summary>
    /// Longest text of any field, in characters: more than any text may have, so that a person who pastes too much is told
    /// so instead of finding it cut; and little enough for one message of a circuit, whatever the characters.
    /// </summary>
    public const int MaxLength = 40_000;
}
