using DeployRisk.Domain.Assessments;

namespace DeployRisk.Web.Features.Assess;

/// <summary>The other people who have an assessment open, and where in it they are.</summary>
public sealed class PeopleHere
{
    private readonly Dictionary<Guid, Presence.Here> _pages = [];
    private readonly Dictionary<UserId, string> _met = [];

    /// <summary>Everybody, by name; one person with several pages open is there once.</summary>
    public IReadOnlyList<string> Names => Distinct(_pages.Values);

    /// <summary>Who is in a category, by name.</summary>
    public IReadOnlyList<string> In(string categoryId) => Distinct(_pages.Values.Where(page => page.CategoryId == categoryId));

    /// <summary>Who is at a question, by name.</summary>
    public IReadOnlyList<string> At(string questionId) => Distinct(_pages.Values.Where(page => page.QuestionId == questionId));

    /// <summary>The name of somebody who is or was here: what they answered stays when they leave; null for others.</summary>
    public string? NameOf(UserId user) => _met.GetValueOrDefault(user);

    /// <summary>Notes that somebody came, moved or left.</summary>
    /// <returns>Whether that was not known yet: who is here says so again whenever somebody comes.</returns>
    public bool Take(Presence presence)
    {
        if (presence is not Presence.Here here)
        {
            return _pages.Remove(presence.Page);
        }

        var place = here with { Asks = false };
        var isNews = _pages.GetValueOrDefault(here.Page) != place;
        _pages[here.Page] = place;
        _met[here.User] = here.Name;
        return isNews;
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<Presence.Here> pages) =>
        [.. pages.DistinctBy(page => page.User).Select(page => page.Name).Order(StringComparer.CurrentCulture)];
}
