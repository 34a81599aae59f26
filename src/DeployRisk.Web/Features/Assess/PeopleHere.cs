using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>The other people who have an assessment open, and where in it they are.</summary>
public sealed class PeopleHere
{
    private readonly Dictionary<Guid, Presence.Here> _pages = [];

    /// <summary>Everybody, by name; one person with several pages open is there once.</summary>
    public IReadOnlyList<string> Names => Distinct(_pages.Values);

    /// <summary>Who is in a category, by name.</summary>
    public IReadOnlyList<string> In(string categoryId) => Distinct(_pages.Values.Where(page => page.CategoryId == categoryId));

    /// <summary>Who is at a question, by name.</summary>
    public IReadOnlyList<string> At(string questionId) => Distinct(_pages.Values.Where(page => page.QuestionId == questionId));

    /// <summary>The name of somebody who is here; null when they are not.</summary>
    public string? NameOf(UserId user) => _pages.Values.FirstOrDefault(page => page.User == user)?.Name;

    /// <summary>Notes that somebody came, moved or left.</summary>
    public void Take(Presence presence)
    {
        if (presence is Presence.Here here)
        {
            _pages[here.Page] = here;
        }
        else
        {
            _pages.Remove(presence.Page);
        }
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<Presence.Here> pages) =>
        [.. pages.DistinctBy(page => page.User).Select(page => page.Name).Order(StringComparer.CurrentCulture)];
}
