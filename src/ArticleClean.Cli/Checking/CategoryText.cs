namespace ArticleClean.Cli.Checking;

/// <summary>What reports say of a category or a verdict: a few words that stand before an excerpt, and a sentence or two of help.</summary>
internal sealed record CategoryText(string What, string Help)
{
    private static readonly Dictionary<string, CategoryText> ById = new(StringComparer.Ordinal)
    {
        ["paywall"] = new("a paywall's prompt", "The page says that the rest is for those who pay. Look whether the scrape is cut off there (see the verdict truncated)."),
        ["subscription-offer"] = new("an offer to subscribe", "Prices, trial periods and plans of the outlet's own subscription."),
        ["registration"] = new("a prompt to register or log in", "The page asks for an account; the text around it may be a preview."),
        ["newsletter"] = new("a newsletter's prompt", "A form or a line that asks to sign up for a newsletter."),
        ["app-promo"] = new("a promotion of an app", "A line that asks to install the outlet's app."),
        ["donation"] = new("an appeal for donations", "A line that asks the reader for support."),
        ["advertisement"] = new("an advertisement", "An advertisement, its label, or a shopping link."),
        ["syndication"] = new("a notice of syndication", "A line that says that the text came from a feed or an agency and how far it was edited."),
        ["disclaimer"] = new("a disclaimer", "A notice about liability, risk or whose opinion it is."),
        ["copyright"] = new("a rights notice", "A copyright line or a notice that the text may not be copied."),
        ["consent"] = new("a notice about cookies or consent", "Text of a consent banner that was scraped along."),
        ["navigation"] = new("a part of the page around it", "Menus, breadcrumbs, section names, buttons and links of the page around the article."),
        ["related"] = new("a pointer to another story", "Titles of other stories, with or without a heading such as Also read."),
        ["social"] = new("a share or follow prompt", "Buttons to share the story, and lines that ask to follow the outlet."),
        ["comments"] = new("the comment section", "Counters, forms and rules of comments, or comments themselves."),
        ["tags"] = new("a list of tags", "Topics or keywords that the page lists."),
        ["caption"] = new("a picture's caption", "Text that belongs to a picture that a text scrape does not have."),
        ["credit"] = new("a picture's credit", "The name of a photographer or agency that belongs to a picture."),
        ["author-bio"] = new("a note about the author", "Who the author is and where to reach them."),
        ["headline"] = new("the headline", "The article's own headline: clean lifts it into the metadata."),
        ["byline"] = new("the byline", "Who wrote the article: clean lifts it into the metadata."),
        ["timestamp"] = new("a timestamp", "When the article was published or changed: clean lifts it into the metadata."),
        ["artifact"] = new("a leftover of machinery", "Tags, entities, scripts, placeholders or undecodable bytes in the text: the scraper's extraction is at fault."),
        ["repeated"] = new("a copy of what stands elsewhere", "The scrape holds the same passage twice."),
        ["other"] = new("boilerplate", "Text of the page that is not the article and fits no other category."),
        [Verdicts.Truncated] = new("a truncated article", "The text ends before the article does: the rest is behind a paywall or a further page. Scrape it again with access."),
        [Verdicts.NotArticle] = new("not an article", "The scraper got another page than the article: a check for robots, a consent or login page, an error, a list. Scrape it again."),
        [Verdicts.Suspect] = new("a suspect document", "So much of the document is doubtful that the decisions about it are not to be trusted. Look at it with 'articleclean explain'."),
        [Verdicts.Empty] = new("an empty body", "Nothing is left when the boilerplate is taken away: the scraper missed the article."),
        [Verdicts.MinWords] = new("a short body", "The body has fewer words than --min-words asks for."),
        [Verdicts.MaxRemoved] = new("mostly boilerplate", "More of the document would be removed than --max-removed allows: the scraper takes the whole page."),
    };

    /// <summary>The text for the id of a category or a verdict.</summary>
    public static CategoryText Of(string category) => ById[category];
}
