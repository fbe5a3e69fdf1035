using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Plans with their prices and benefits as one block: what stands between offers is part of the offer, also a newsletter or an archive that it includes.</summary>
internal static class OfferBlock
{
    /// <summary>A block has so many offers of their own evidence.</summary>
    private const int MinOffers = 3;

    /// <summary>Between two of them stand at most so many other segments.</summary>
    private const int MaxGap = 9;

    /// <summary>Behind the last of them so many unnamed segments belong to it.</summary>
    private const int Tail = 3;

    /// <summary>A longer segment is no benefit.</summary>
    private const int MaxWords = 20;

    /// <summary>Names the segments of each block; <paramref name="names"/> holds what each is by itself.</summary>
    public static void Spread(Segmented document, bool[] removed, NameClaims[] claims, SegmentShape[] shapes, Category[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (!IsOffer(removed, claims, i))
                continue;
            int last = i;
            int offers = 1;
            for (int j = i + 1; j < names.Length && j - last <= MaxGap + 1 && removed[j] && MayBelong(document, shapes, names, claims, j); j++)
            {
                if (IsOffer(removed, claims, j))
                    (last, offers) = (j, offers + 1);
            }

            if (offers >= MinOffers)
            {
                for (int j = i + 1; j < last; j++)
                    names[j] = claims[j].Own.Best is Category.Paywall or Category.Registration || claims[j].Hints.Best == Category.Registration ? names[j] : Category.SubscriptionOffer;
                for (int j = last + 1; j <= last + Tail && j < names.Length && removed[j] && claims[j].Own.Best == Category.Keep && claims[j].Hints.Best != Category.Registration && MayBelong(document, shapes, names, claims, j); j++)
                    names[j] = Category.SubscriptionOffer;
            }

            i = last;
        }
    }

    private static bool IsOffer(bool[] removed, NameClaims[] claims, int i) => removed[i] && claims[i].Own.Best == Category.SubscriptionOffer;

    private static bool MayBelong(Segmented document, SegmentShape[] shapes, Category[] names, NameClaims[] claims, int i) =>
        shapes[i].Words <= MaxWords && document.Segments[i].Line - document.Segments[i - 1].Line <= 3
        && claims[i].Head != Category.Related
        && (claims[i].Own.Best == Category.Keep || names[i] is Category.Keep or Category.SubscriptionOffer or Category.Newsletter or Category.Navigation or Category.Related or Category.AppPromo
            or Category.Paywall or Category.Registration or Category.Advertisement or Category.Other or Category.Tags);
}
