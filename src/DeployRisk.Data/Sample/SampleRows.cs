using DeployRisk.Data.Identity;
using DeployRisk.Data.Results;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;

namespace DeployRisk.Data.Sample;

/// <summary>The rows of the sample organisation, as the stores would have written them.</summary>
/// <param name="context">Takes the rows; saving them is the caller's.</param>
/// <param name="language">The language of its texts.</param>
/// <param name="ids">Gives the ids.</param>
/// <param name="adder">Who adds it to an organisation of their own, and owns its products then; null in a demo.</param>
internal sealed class SampleRows(DeployRiskDbContext context, Language language, SampleIds ids, UserId? adder)
{
    private static readonly LocalizedText Mark = new("sample", "exemple");

    private readonly Dictionary<string, UserId> _people = new(StringComparer.Ordinal);

    public void AddPeople(DateOnly today)
    {
        var at = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        foreach (var person in SampleScripts.People)
        {
            var id = ids.At(at, person.Key);
            _people[person.Key] = new UserId(id);
            context.Users.Add(new ApplicationUser
            {
                Id = id,
                DisplayName = person.Name,
                IsSample = true,
                UserName = person.Email,
                NormalizedUserName = person.Email.ToUpperInvariant(),
                Email = person.Email,
                NormalizedEmail = person.Email.ToUpperInvariant(),
                SecurityStamp = id.ToString("N"),
                LockoutEnabled = true,
                LockoutEnd = DateTimeOffset.MaxValue,
            });
        }
    }

    /// <summary>Adds the products with their histories. Names and addresses that others have get an addition.</summary>
    public void AddProducts(Questionnaire questionnaire, DateOnly today, ISet<string> nameKeys, ISet<string> slugs)
    {
        var days = new SampleDays(today);
        var player = new StoryPlayer(questionnaire, days, language, _people, ids);
        foreach (var story in SampleScripts.Products())
        {
            var created = days.Ago(story.Releases[0].DaysAgo + 7, story.Key);
            var id = new ProductId(ids.At(created, story.Key));
            var name = FreeName(story.Name.In(language), nameKeys);
            var slug = Slug.For(name, slugs.Contains);
            nameKeys.Add(Product.KeyOf(name));
            slugs.Add(slug.Value);
            context.Products.Add(new ProductRow
            {
                Id = id,
                Name = name,
                NameKey = Product.KeyOf(name),
                Slug = slug.Value,
                Description = story.Description.In(language),
                CreatedBy = _people[story.Releases[0].Team[0]],
                CreatedAt = created,
                IsSample = true,
                IsRestricted = story.IsRestricted,
            });
            AddMembers(id, story);
            foreach (var played in player.Play(story, id))
            {
                Add(played);
            }
        }
    }

    /// <summary>Whoever made the first release owns the product. An open one has everybody in it, a restricted one its teams and whom it names.</summary>
    private void AddMembers(ProductId product, ProductScript story)
    {
        var owner = story.Releases[0].Team[0];
        string[] teams = [.. story.Releases.SelectMany(release => release.Team)];
        foreach (var person in SampleScripts.People.Where(person => !story.IsRestricted || teams.Contains(person.Key) || person.SeesAll))
        {
            var role = person.Key == owner ? ProductRole.Owner : ProductRole.Contributor;
            context.ProductMembers.Add(new ProductMemberRow { ProductId = product, PersonId = _people[person.Key].Value, Role = role });
        }

        if (adder is { } own)
        {
            context.ProductMembers.Add(new ProductMemberRow { ProductId = product, PersonId = own.Value, Role = ProductRole.Owner });
        }
    }

    private void Add(PlayedAssessment played)
    {
        var row = played.Assessment.ToRow();
        row.Take(played.Assessment);
        row.Revision = played.Assessment.Entries.Count;
        row.LastEditedBy = played.LastEdited.By;
        row.LastEditedAt = played.LastEdited.At;
        context.Assessments.Add(row);
        if (played.Result is { } result)
        {
            context.Results.Add(result.ToRow(row.Id));
        }
    }

    private string FreeName(string name, ISet<string> taken)
    {
        var candidate = name;
        for (var number = 1; taken.Contains(Product.KeyOf(candidate)); number++)
        {
            candidate = number == 1 ? $"{name} ({Mark.In(language)})" : $"{name} ({Mark.In(language)} {number})";
        }

        return candidate;
    }
}
