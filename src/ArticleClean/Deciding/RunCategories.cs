using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Names what goes: by a segment's own evidence, else by its words, its heading, its place and shape, else by the block that it stands in.</summary>
internal static class RunCategories
{
    /// <summary>A neighbour farther away than this many segments names nothing.</summary>
    private const int NeighbourReach = 6;

    /// <summary>A title has so many words at least and at most.</summary>
    private const int TitleWords = 4;
    private const int LongTitleWords = 30;

    /// <summary>A byline of names alone has no more words.</summary>
    private const int NameWords = 6;

    /// <summary>What belongs to an offer without saying so is short.</summary>
    private const int OfferWords = 5;

    /// <summary>More lines on end inside the article are a block of their own and no caption.</summary>
    private const int CaptionLines = 2;

    public static Category[] Name(Segmented document, bool[] removed, NameClaims[] claims, SegmentShape[] shapes, Lexicon lexicon)
    {
        int n = removed.Length;
        Category[] names = new Category[n];
        int firstBody = -1;
        int lastBody = -1;
        for (int i = 0; i < n; i++)
        {
            if (!removed[i] && shapes[i].IsProse)
            {
                firstBody = firstBody < 0 ? i : firstBody;
                lastBody = i;
            }
        }

        int headEnd = firstBody >= 0 ? firstBody : FirstKept(removed, shapes);
        for (int i = 0; i < n; i++)
        {
            if (removed[i])
                names[i] = OfItself(document, lexicon, claims[i], shapes[i], i, i > lastBody);
        }

        for (int i = headEnd; i < n; i++)
        {
            if (removed[i] && names[i] == Category.Keep)
                names[i] = OfItsLine(document, removed, names, i);
            if (removed[i] && names[i] == Category.Registration && i > 0 && names[i - 1] == Category.Comments && document.Segments[i].Line == document.Segments[i - 1].Line)
                names[i] = Category.Comments;
            if (removed[i] && IsHeaded(claims[i], shapes[i], names[i]))
                names[i] = claims[i].Head;
        }

        bool titled = false;
        int title = FindTitle(removed, claims, headEnd);
        for (int i = 0; i < headEnd; i++)
        {
            if (removed[i] && claims[i].Own.Best == Category.Keep && claims[i].Shape.Best != Category.Headline && (i == 0 && title > 0 ? Gaps(document.TextOf(i)) > 0 : Gaps(document.TextOf(i)) >= StripGaps))
                names[i] = Category.Navigation;
            else if (removed[i] && (IsTitleAbout(claims[i], shapes[i], titled) || (i == 0 && IsTitleOfOther(claims[i], shapes[i]))))
                names[i] = Category.Headline;
            else if (removed[i] && claims[i].Own.Best == Category.Keep)
                names[i] = OfHead(document, names, claims[i], shapes, lexicon, i, titled);
            else if (removed[i] && shapes[i].Words == 1 && names[i] == Category.SubscriptionOffer)
                names[i] = Category.Navigation;
            titled |= names[i] == Category.Headline || (removed[i] && i == 0 && shapes[i].Words >= TitleWords && claims[i].Own.Best == Category.Keep);
        }

        OfferBlock.Spread(document, removed, claims, shapes, names);
        Category[] known = (Category[])names.Clone();
        for (int i = 0; i < n; i++)
        {
            if (!removed[i])
                continue;
            if (IsButton(claims[i], shapes[i]) && i > 0 && names[i - 1] == Category.Newsletter && document.Segments[i].Line - document.Segments[i - 1].Line <= 2)
                names[i] = Category.Newsletter;
            bool isVague = claims[i].Own.Best == Category.Keep && claims[i].Head == Category.Keep && names[i] is Category.Navigation or Category.Related or Category.Tags or Category.Other or Category.AuthorBio;
            if (names[i] != Category.Keep && !isVague)
                continue;
            if (names[i] == Category.Keep && i > firstBody && i + 1 < n && known[i + 1] == Category.Credit && shapes[i].Words >= 3)
                names[i] = Category.Caption;
            if (i > firstBody && i < lastBody && IsCaption(document, removed, known, claims, shapes, i))
                names[i] = Category.Caption;
            if (names[i] == Category.Keep)
                names[i] = OfItsLine(document, removed, known, i);
            if (names[i] == Category.Keep)
                names[i] = claims[i].Shape.Best;
            if (names[i] == Category.Keep && HasAccount(document, i))
                names[i] = Category.Social;
            if (names[i] == Category.Keep)
                names[i] = FromRun(document, removed, known, shapes, i);
            if (names[i] == Category.Keep)
                names[i] = shapes[i].Words < TitleWords ? Category.Navigation : Category.Related;
        }

        return names;
    }

    /// <summary>The first segment of the header that looks like the article's title; -1 when none does.</summary>
    private static int FindTitle(bool[] removed, NameClaims[] claims, int headEnd)
    {
        for (int i = 0; i < headEnd; i++)
        {
            if (removed[i] && (claims[i].Shape.Best == Category.Headline || claims[i].Own.Best == Category.Headline))
                return i;
        }

        return -1;
    }

    /// <summary>Above the title so many gaps make a line a menu.</summary>
    private const int StripGaps = 2;

    /// <summary>Bars, tabs and runs of three spaces or more in a line: what sets the items of a page's strips apart.</summary>
    private static int Gaps(ReadOnlySpan<char> text)
    {
        int gaps = 0;
        for (int i = 1; i < text.Length; i++)
            gaps += text[i] is '\t' or '|' || (text[i] == ' ' && i > 1 && text[i - 1] == ' ' && text[i - 2] == ' ' && (i + 1 == text.Length || text[i + 1] != ' ')) ? 1 : 0;
        return gaps;
    }

    /// <summary>Where nothing is running text: the first line of some words that stays, or the first segment.</summary>
    private static int FirstKept(bool[] removed, SegmentShape[] shapes)
    {
        for (int i = 0; i < removed.Length; i++)
        {
            if (!removed[i] && shapes[i].Words >= NameWords)
                return i;
        }

        return Math.Min(1, removed.Length);
    }

    /// <summary>What the segment's own evidence, its words or its heading say. Under a heading of titles a title's words are about its story.</summary>
    private static Category OfItself(Segmented document, Lexicon lexicon, NameClaims claims, SegmentShape shape, int i, bool isTail)
    {
        Category own = claims.Own.Best;
        Category hint = claims.Hints.Best;
        if (hint == Category.Navigation && shape.Words > MenuWords)
            hint = Category.Keep;
        if (own != Category.Keep)
        {
            // "Log in to comment" is the comments', "enter your e-mail" the letter's.
            if (own == Category.Navigation && shape.Words <= ButtonWords && hint is Category.Social or Category.Newsletter)
                return hint;
            // "By signing up you accept our terms and our letters" is the letter's small print.
            if (own == Category.Registration && claims.Own.Second == Category.Newsletter)
                return Category.Newsletter;
            return own is Category.Registration or Category.Paywall && hint is Category.Comments
                || (own is Category.Registration && hint is Category.Newsletter && shape.Words <= FormWords) ? hint : own;
        }

        return isTail && hint is Category.Keep or Category.Tags && IsList(document, lexicon, i) ? Category.Tags : hint;
    }

    /// <summary>"Page not found: how a county lost its history": the article's title is about what a phrase in it speaks of.</summary>
    private static bool IsTitleAbout(NameClaims claims, SegmentShape shape, bool titledBefore) =>
        !titledBefore && claims.Own.Best is not (Category.Keep or Category.Headline or Category.Byline or Category.Timestamp or Category.Caption or Category.Credit)
        && claims.Shape.Best == Category.Headline && !claims.IsTold && shape.Words >= TitleWords && !shape.HasYou;

    /// <summary>"Copper gains 40 a tonne as traders wait": what would be a strip or a service note at the page's foot is the title when the text begins with it.</summary>
    private static bool IsTitleOfOther(NameClaims claims, SegmentShape shape) =>
        claims.Own.Best == Category.Other && shape.Words is >= 3 and <= LongTitleWords && !shape.EndsSentence && !shape.HasYou;

    /// <summary>The heading's word for a line: under a heading of titles what a title's words are about is its story, unless they are a prompt's.</summary>
    private static bool IsHeaded(NameClaims claims, SegmentShape shape, Category name)
    {
        if (claims.Head == Category.Keep || claims.Own.Best != Category.Keep)
            return false;
        bool isTitle = shape.Words >= TitleWords && !shape.EndsSentence && !shape.HasYou;
        return name == Category.Keep || (claims.Head == Category.Related && isTitle && claims.Hints.Best != Category.Keep && claims.Hints.Weight < PromptWeight);
    }

    /// <summary>Words that say so much stand in prompts, hardly in titles.</summary>
    private const int PromptWeight = 2050;

    /// <summary>A request of a word or three without a price: "Subscribe", "Order now". In a form it is the form's.</summary>
    private static bool IsButton(NameClaims claims, SegmentShape shape) =>
        shape.Words <= ButtonWords && claims.Own.Best is Category.SubscriptionOffer or Category.Registration;

    /// <summary>An account's name, "@harbour_news", and no mail address.</summary>
    private static bool HasAccount(Segmented document, int i)
    {
        Segment segment = document.Segments[i];
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            if (document.Tokens[t].Kind == TokenKind.Handle && document.Document.Text[document.Tokens[t].Start] == '@')
                return true;
        }

        return false;
    }

    /// <summary>Two items or more of few words each, set off by commas, dots, slashes or wide gaps.</summary>
    private static bool IsList(Segmented document, Lexicon lexicon, int i)
    {
        Segment segment = document.Segments[i];
        int items = 1, words = 0;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            if (words > 0 && token.Start - document.Tokens[t - 1].End >= WideGap)
                (items, words) = (items + 1, 0);
            if (token.Kind == TokenKind.Punctuation)
            {
                if (document.Document.Text[token.Start] is not (',' or '·' or '/' or ';' or '|' or '•' or '،' or '、' or '，' or '-' or '\'' or '’'))
                    return false;
                if (document.Document.Text[token.Start] is not ('-' or '\'' or '’'))
                    (items, words) = (items + 1, 0);
            }
            else if (token.Kind != TokenKind.Word || ++words > ListItemWords || (lexicon.ClassesOf(token.Symbol) & (WordClasses.Stop | WordClasses.You)) != 0)
                return false;
        }

        return items >= 2 && words > 0;
    }

    /// <summary>So many spaces set items apart.</summary>
    private const int WideGap = 3;

    /// <summary>A tag has no more words.</summary>
    private const int ListItemWords = 3;

    private const int ButtonWords = 3;

    /// <summary>Words of a menu or a button in a longer line say nothing.</summary>
    private const int MenuWords = 4;

    /// <summary>"Enter your email address" and the like.</summary>
    private const int FormWords = 4;

    /// <summary>Above the article: a date, a name, a title, a caption or a label.</summary>
    private static Category OfHead(Segmented document, Category[] names, NameClaims claims, SegmentShape[] shapes, Lexicon lexicon, int i, bool titledBefore)
    {
        Segment segment = document.Segments[i];
        int titled = 0, numbers = 0, unspaced = 0;
        bool month = false, listed = false;
        int roles = 0, plainWords = 0;
        bool inRole = false;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            titled += token.Kind == TokenKind.Word && ((token.Flags & TokenFlags.Title) != 0 || IsSecondHalf(document, segment, t)) ? 1 : 0;
            if (token.Kind == TokenKind.Punctuation && document.Document.Text[token.Start] is '(' or ')')
            {
                inRole = document.Document.Text[token.Start] == '(';
                roles += inRole ? 1 : 0;
            }

            plainWords += !inRole && token.Kind == TokenKind.Word && (token.Flags & TokenFlags.Title) == 0 ? 1 : 0;
            unspaced += token.Kind == TokenKind.Word && (token.Flags & TokenFlags.Unspaced) != 0 ? 1 : 0;
            numbers += token.Kind == TokenKind.Number ? 1 : 0;
            month |= (lexicon.ClassesOf(token.Symbol) & WordClasses.Month) != 0;
            listed |= token.Kind == TokenKind.Punctuation && document.Document.Text[token.Start] is '•' or '|' or '·' or '›' or '>' or '»';
        }

        int words = shapes[i].Words;
        if (IsCount(document, segment))
            return Category.Social;
        if (numbers > 0 && (month ? (numbers + 1) * 3 >= words : numbers * 2 >= words) && words <= 12 && (titledBefore || titled < 2 || month))
            return Category.Timestamp;
        bool isTitle = words is >= 3 and <= LongTitleWords && !listed;
        Category hint = claims.Hints.Best;
        if (shapes[i].HasYou && hint is Category.Paywall or Category.Consent or Category.Newsletter && (i > 0 || shapes[i].EndsSentence || hint == Category.Paywall))
            return hint;
        if (!titledBefore && (isTitle || (i == 0 && words == 2)) && (claims.Shape.Best == Category.Headline || (i == 0 && !(shapes[i].HasYou && claims.Hints.Best is Category.Paywall or Category.Consent or Category.Newsletter))))
            return Category.Headline;
        bool named = ((titled == words || (titledBefore && titled >= 3 && titled == words - 1)) && words is >= 2 and <= NameWords) || (titledBefore && words is >= 2 and <= NameWords && IsCaseless(document, segment))
            || (titledBefore && unspaced is >= 2 and <= UnspacedName && unspaced == segment.TokenCount);
        if (titledBefore && i > 0 && numbers == 0 && !shapes[i].HasYou && IsNameAndOutlet(document, segment))
            return Category.Byline;
        if (listed && hint == Category.Keep)
            return Category.Navigation;
        // "Ann Lind (text), Bo Ek (pictures)": each name with what its bearer did.
        if (titledBefore && roles >= 2 && titled >= 2 * roles && plainWords < roles && numbers == 0 && !shapes[i].HasYou)
            return Category.Byline;
        if (i > 0 && hint is Category.Keep or Category.AuthorBio && (named || (hint == Category.AuthorBio && titledBefore && words <= NameWords + 2)))
            return Category.Byline;
        if (hint != Category.Keep && (titledBefore || words < TitleWords))
            return hint;
        bool signed = Array.IndexOf(names, Category.Byline, 0, i) >= 0 || Array.IndexOf(names, Category.Timestamp, 0, i) >= 0;
        if (titledBefore && signed && words >= 3 && (shapes[i].EndsSentence || (i + 1 < names.Length && names[i + 1] == Category.Credit)))
            return Category.Caption;
        return isTitle && (words >= TitleWords || !titledBefore) ? Category.Headline : names[i];
    }

    /// <summary>The "yee" of "Mei-yee".</summary>
    private static bool IsSecondHalf(Segmented document, Segment segment, int token) =>
        token - 2 >= segment.FirstToken && document.Document.Text[document.Tokens[token].Start - 1] == '-' && (document.Tokens[token - 2].Flags & TokenFlags.Title) != 0;

    /// <summary>A lone number without a date's marks, "41" or "1.2K": how often a text was shared, liked or discussed.</summary>
    private static bool IsCount(Segmented document, Segment segment) =>
        segment.TokenCount is 1 or 2 && document.Tokens[segment.FirstToken] is { Kind: TokenKind.Number } number && number.End - number.Start <= CountDigits
        && (segment.TokenCount == 1 || (document.Tokens[segment.FirstToken + 1] is { Kind: TokenKind.Word } unit && unit.End - unit.Start == 1));

    /// <summary>A year has four digits.</summary>
    private const int CountDigits = 3;

    /// <summary>"Ann Lind · Harbour Radio": a name and whom its bearer works for, with one mark between them.</summary>
    private static bool IsNameAndOutlet(Segmented document, Segment segment)
    {
        int marks = 0, small = 0, before = 0, behind = 0;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            if (token.Kind == TokenKind.Punctuation)
                marks += document.Document.Text[token.Start] is '·' or '|' or '•' ? 1 : 0;
            else if (marks == 0)
                (before, small) = (before + 1, small + ((token.Flags & TokenFlags.Title) == 0 ? 1 : 0));
            else
                behind++;
        }

        return marks == 1 && small == 0 && before is 2 or 3 && behind is > 0 and <= OutletWords;
    }

    /// <summary>An outlet's name has no more words.</summary>
    private const int OutletWords = 5;

    /// <summary>A name in Han characters or Hangul has no more of them.</summary>
    private const int UnspacedName = 8;

    /// <summary>Words of a script without capitals.</summary>
    private static bool IsCaseless(Segmented document, Segment segment)
    {
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            if (token.Kind != TokenKind.Word)
                return false;
            char c = document.Document.Text[token.Start];
            if (char.IsUpper(c) || char.IsLower(c))
                return false;
        }

        return true;
    }

    /// <summary>A line or two between paragraphs that nothing names, no question and no request.</summary>
    private static bool IsCaption(Segmented document, bool[] removed, Category[] known, NameClaims[] claims, SegmentShape[] shapes, int i)
    {
        if (shapes[i].HasYou || shapes[i].Words < 2 || shapes[i].Words > LongTitleWords)
            return false;
        int first = i, last = i;
        // A run that is too long is not followed to its ends: each of its lines would do so.
        while (first > 0 && removed[first - 1] && Lines() <= CaptionLines * 2)
            first--;
        while (last + 1 < removed.Length && removed[last + 1] && Lines() <= CaptionLines * 2)
            last++;
        if (Lines() > CaptionLines * 2)
            return false;
        for (int j = first; j <= last; j++)
        {
            if (claims[j].Own.Best is not (Category.Keep or Category.Caption or Category.Credit or Category.Advertisement) || claims[j].Head != Category.Keep)
                return false;
        }

        return true;

        int Lines() => document.Segments[last].Line - document.Segments[first].Line;
    }

    /// <summary>What another piece of the same line is.</summary>
    private static Category OfItsLine(Segmented document, bool[] removed, Category[] known, int i)
    {
        int line = document.Segments[i].Line;
        for (int j = i - 1; j >= 0 && document.Segments[j].Line == line && removed[j]; j--)
        {
            if (known[j] != Category.Keep)
                return known[j];
        }

        for (int j = i + 1; j < removed.Length && document.Segments[j].Line == line && removed[j]; j++)
        {
            if (known[j] != Category.Keep)
                return known[j];
        }

        return Category.Keep;
    }

    private static Category FromRun(Segmented document, bool[] removed, Category[] known, SegmentShape[] shapes, int i)
    {
        for (int distance = 1; distance <= NeighbourReach; distance++)
        {
            int before = i - distance;
            int after = i + distance;
            bool beforeIn = before >= 0 && removed[before] && document.Segments[i].Line - document.Segments[before].Line <= 2 * distance;
            bool afterIn = after < removed.Length && removed[after] && document.Segments[after].Line - document.Segments[i].Line <= 2 * distance;
            if (beforeIn && Spreads(known[before], shapes[i]))
                return known[before];
            if (afterIn && Spreads(known[after], shapes[i]))
                return known[after];
            if (!beforeIn && !afterIn)
                break;
        }

        return Category.Keep;
    }

    /// <summary>Categories that come as blocks of several lines, so that an unnamed line beside one belongs to it; a title only to what has titles.</summary>
    private static bool Spreads(Category category, SegmentShape shape) => category is Category.Related
        || (category is Category.SubscriptionOffer && (shape.Words <= OfferWords || shape.EndsSentence || shape.HasYou))
        || (shape.Words < TitleWords && category is Category.Navigation or Category.Tags or Category.Paywall)
        || ((shape.EndsSentence || shape.HasYou || shape.Words < TitleWords)
            && category is Category.Newsletter or Category.Comments or Category.Social or Category.Consent or Category.Donation or Category.AuthorBio
                or Category.AppPromo or Category.Advertisement or Category.Disclaimer);
}
