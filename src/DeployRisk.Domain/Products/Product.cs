namespace DeployRisk.Domain.Products;

/// <summary>Something that is released: it has a name, an address and a history of assessments.</summary>
public sealed record Product
{
    /// <summary>Longest name, in characters, after trimming.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest description, in characters, after trimming.</summary>
    public const int MaxDescriptionLength = 1000;

    /// <summary>A product as somebody describes it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">1-<see cref="MaxNameLength"/> characters after trimming.</param>
    /// <param name="slug">Its address, which never changes, so that links keep working when the name does.</param>
    /// <param name="description">At most <see cref="MaxDescriptionLength"/> characters after trimming; may be empty.</param>
    /// <exception cref="ArgumentException">A text is too long, or the name is empty.</exception>
    public Product(ProductId id, string name, Slug slug, string description)
    {
        Id = id;
        Name = CheckedName(name);
        Slug = slug;
        Description = CheckedDescription(description);
    }

    public ProductId Id { get; }

    public string Name { get; private init; }

    public Slug Slug { get; }

    /// <summary>What it is, in the team's words; empty when nobody wrote any.</summary>
    public string Description { get; private init; }

    /// <summary>Whether it belongs to the sample organisation: made up, and removed as a whole.</summary>
    public bool IsSample { get; init; }

    /// <summary>Whether only its members may read it.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Two products may not have names with the same key: it ignores case, outer spaces and how accents are encoded.</summary>
    public static string KeyOf(string name) => PlainText.Of(name).Trim().Normalize().ToUpperInvariant();

    /// <summary>The same product under another name and description; its address stays.</summary>
    /// <exception cref="ArgumentException">A text is too long, or the name is empty.</exception>
    public Product Rename(string name, string description) =>
        this with { Name = CheckedName(name), Description = CheckedDescription(description) };

    private static string CheckedName(string name)
    {
        var trimmed = PlainText.Of(name).Trim();
        if (PlainText.IsBlank(trimmed) || trimmed.Length > MaxNameLength)
        {
            throw new ArgumentException($"A product's name has 1 to {MaxNameLength} characters.", nameof(name));
        }

        return trimmed;
    }

    private static string CheckedDescription(string description)
    {
        var trimmed = PlainText.Of(description).Trim();
        if (trimmed.Length > MaxDescriptionLength)
        {
            throw new ArgumentException($"A product's description has at most {MaxDescriptionLength} characters.", nameof(description));
        }

        return trimmed;
    }
}
