namespace ArticleClean;

/// <summary>What a segment of a scraped page is; every removed segment carries exactly one, never <see cref="Keep"/>.</summary>
public enum Category
{
    /// <summary>The article itself.</summary>
    Keep,
    Paywall,
    SubscriptionOffer,
    Registration,
    Newsletter,
    AppPromo,
    Donation,
    Advertisement,
    Syndication,
    Disclaimer,
    Copyright,
    Consent,
    Navigation,
    Related,
    Social,
    Comments,
    Tags,
    Caption,
    Credit,
    AuthorBio,
    Headline,
    Byline,
    Timestamp,
    Artifact,
    Repeated,
    Other,
}

/// <summary>The stable ids of the categories, as they stand in sidecars, rules and configuration.</summary>
public static class CategoryIds
{
    private static readonly string[] Ids =
    [
        "keep", "paywall", "subscription-offer", "registration", "newsletter", "app-promo", "donation",
        "advertisement", "syndication", "disclaimer", "copyright", "consent", "navigation", "related", "social",
        "comments", "tags", "caption", "credit", "author-bio", "headline", "byline", "timestamp", "artifact",
        "repeated", "other",
    ];

    /// <summary>Every category but <see cref="Category.Keep"/>, in the order of the documentation.</summary>
    public static IReadOnlyList<Category> Removable { get; } = AllRemovable();

    /// <summary>The id of a category: lower case with hyphens.</summary>
    public static string Id(this Category category) => Ids[(int)category];

    /// <summary>Finds the category of an id; false when there is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> id, out Category category)
    {
        for (int i = 0; i < Ids.Length; i++)
        {
            if (id.Equals(Ids[i], StringComparison.Ordinal))
            {
                category = (Category)i;
                return true;
            }
        }

        category = default;
        return false;
    }

    private static Category[] AllRemovable()
    {
        Category[] all = new Category[Ids.Length - 1];
        for (int i = 0; i < all.Length; i++)
            all[i] = (Category)(i + 1);
        return all;
    }

    /// <summary>Whether the removal of such a segment lifts its content into the metadata.</summary>
    public static bool IsLifted(this Category category) =>
        category is Category.Headline or Category.Byline or Category.Timestamp;
}
