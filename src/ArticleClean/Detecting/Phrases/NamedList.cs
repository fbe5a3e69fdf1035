namespace ArticleClean.Detecting.Phrases;

/// <summary>Lists that are asked for by name outside of templates, merged over all packs.</summary>
internal enum NamedList : byte
{
    Month1, Month2, Month3, Month4, Month5, Month6, Month7, Month8, Month9, Month10, Month11, Month12,
    TimePublished,
    TimeUpdated,
    TimeAm,
    TimePm,
    /// <summary>What introduces the names of a byline.</summary>
    BylineBy,
    /// <summary>What introduces somebody who is not the author.</summary>
    BylineOther,
    BylineRole,
    /// <summary>What ends the names.</summary>
    BylineEnd,
    /// <summary>Before an agency's name.</summary>
    AgencySource,
    /// <summary>Behind an agency's name.</summary>
    AgencyVerb,
    AgencyNoun,
    AgencyAmbiguous,
}

/// <summary>How <see cref="NamedList"/> is written in packs.</summary>
internal static class NamedLists
{
    /// <summary>In the order of <see cref="NamedList"/>.</summary>
    public static readonly string[] Names =
    [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10", "month-11", "month-12",
        "time-published", "time-updated", "time-am", "time-pm", "byline-by", "byline-other", "byline-role", "byline-end",
        "agency-source", "agency-verb", "agency-noun", "agency-ambiguous",
    ];
}
