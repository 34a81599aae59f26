using System.Globalization;
using DeployRisk.Data;
using DeployRisk.Data.Identity;
using DeployRisk.Data.Results;
using DeployRisk.Data.Sample;
using DeployRisk.Data.Startup;
using DeployRisk.Data.Tables;
using DeployRisk.Domain.Access;
using DeployRisk.Domain.Assessments;
using DeployRisk.Domain.Products;
using DeployRisk.Domain.Questionnaires;
using DeployRisk.TestKit.Builders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DeployRisk.Benchmarks.Seeding;

/// <summary>
/// Fills an empty SQLite database: an organisation of people, products and assessments, the same for the same size and day.
/// The first assessments are played through the domain; all others are copies of these.
/// </summary>
internal sealed class Seeder
{
    private const int Days = 730;

    private readonly SeedSize _size;
    private readonly DateTimeOffset _begin;
    private readonly DeployRiskDbContext _context;
    private readonly SampleIds _ids = new(0);
    private readonly Random _random = new(1);
    private readonly List<UserId> _people = [];
    private readonly List<ProductRow> _products = [];

    private Seeder(DeployRiskDbContext context, SeedSize size, DateOnly today)
    {
        _context = context;
        _size = size;
        _begin = new DateTimeOffset(today.AddDays(-Days).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }

    /// <summary>Makes the database in a data directory.</summary>
    public static async Task<Seeded> RunAsync(string dataDirectory, SeedSize size, DateOnly today)
    {
        var services = new ServiceCollection();
        services.AddSingleton(BuiltIn.Questionnaire);
        services.AddLogging();
        services.AddDeployRiskData(new DataOptions { DataDirectory = Directory.CreateDirectory(dataDirectory).FullName });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<DatabaseStartup>().PrepareAsync();
        await using var context = await provider.GetRequiredService<IDbContextFactory<DeployRiskDbContext>>().CreateDbContextAsync();
        if (await context.Organisation.AnyAsync())
        {
            throw new InvalidOperationException($"There is a database in {dataDirectory} already.");
        }

        return await new Seeder(context, size, today).FillAsync();
    }

    private async Task<Seeded> FillAsync()
    {
        _context.Organisation.Add(new OrganisationRow { Name = "Example Ltd", DefaultLanguage = Language.English, CreatedAt = _begin });
        AddPeople();
        AddProducts();
        var drafts = Enumerable.Range(0, SeedSize.People).Select(AddDraft).ToList();
        var originals = Enumerable.Range(0, Math.Min(Patterns.Count, _size.Assessments)).Select(AddOriginal).ToList();
        await _context.SaveChangesAsync();
        await new Copies(_context).MakeAsync(Enumerable.Range(originals.Count, _size.Assessments - originals.Count).Select(number => OrderOf(number, originals)));
        return new Seeded(drafts, _products[0].Slug);
    }

    private void AddPeople()
    {
        var hash = new PasswordHasher<ApplicationUser>().HashPassword(new ApplicationUser(), Seeded.Password);
        for (var person = 0; person < SeedSize.People; person++)
        {
            var id = new UserId(_ids.At(_begin, Name("person", person)));
            var email = Seeded.EmailOf(person);
            _people.Add(id);
            _context.Users.Add(new ApplicationUser
            {
                Id = id.Value,
                DisplayName = Name("Person", person),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                SecurityStamp = id.Value.ToString("N"),
                PasswordHash = hash,
            });
        }
    }

    private void AddProducts()
    {
        for (var product = 0; product < _size.Products; product++)
        {
            var name = Name("Product", product);
            _products.Add(new ProductRow
            {
                Id = new ProductId(_ids.At(_begin, name)),
                Name = name,
                NameKey = Product.KeyOf(name),
                Slug = Slug.For(name, static _ => false).Value,
                Description = "",
                CreatedBy = _people[0],
                CreatedAt = _begin,
            });
        }

        _context.Products.AddRange(_products);
        _context.ProductMembers.AddRange(_products.SelectMany(product => _people.Select(person =>
            new ProductMemberRow { ProductId = product.Id, PersonId = person.Value, Role = ProductRole.Contributor })));
    }

    private AssessmentId AddDraft(int person)
    {
        var questionnaire = BuiltIn.Questionnaire;
        var started = _begin.AddDays(Days);
        var id = new AssessmentId(_ids.At(started, Name("draft", person)));
        var assessment = Assessment.Start(id, _products[person % _products.Count].Id, questionnaire, Releases.Of(Name("Next", person)), _people[person], started);
        foreach (var question in questionnaire.Categories.Skip(1).SelectMany(category => category.Questions))
        {
            assessment.SetAnswer(questionnaire, question.Id, new Answer.AtLevel(2), _people[person], started);
        }

        var row = assessment.ToRow();
        row.Take(assessment);
        _context.Assessments.Add(row);
        return id;
    }

    private Assessment AddOriginal(int number)
    {
        var (id, started, product) = PlaceOf(number);
        var (assessment, result) = Patterns.Play(number, id, product, ReleaseOf(number), PersonOf(number), started);
        var row = assessment.ToRow();
        row.Take(assessment);
        row.LastEditedAt = assessment.Submitted!.At;
        _context.Assessments.Add(row);
        _context.Results.Add(result.ToRow(id));
        return assessment;
    }

    private CopyOrder OrderOf(int number, List<Assessment> originals)
    {
        var (id, started, product) = PlaceOf(number);
        var original = originals[Patterns.At(((double)number / _size.Assessments) + (_random.NextDouble() / 4) - 0.125, _random)];
        var later = started - original.Started.At;
        var planned = original.Release.PlannedOn.AddDays((int)later.TotalDays);
        return new CopyOrder(original.Id, id, product, ReleaseOf(number), planned, PersonOf(number), later);
    }

    private (AssessmentId Id, DateTimeOffset Started, ProductId Product) PlaceOf(int number)
    {
        var started = _begin + (TimeSpan.FromDays(Days - 1) * ((double)number / _size.Assessments));
        return (new AssessmentId(_ids.At(started, Name("assessment", number))), started, _products[number % _products.Count].Id);
    }

    private UserId PersonOf(int number) => _people[number % _people.Count];

    private string ReleaseOf(int number) => Name("1", number / _products.Count, '.');

    private static string Name(string what, int number, char separator = ' ') => string.Create(CultureInfo.InvariantCulture, $"{what}{separator}{number}");
}
