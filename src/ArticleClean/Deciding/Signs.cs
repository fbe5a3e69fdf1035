namespace ArticleClean.Deciding;

/// <summary>What a segment tells the judges of the document's status, whatever was decided on it.</summary>
[Flags]
internal enum Signs
{
    None = 0,
    Withheld = 1,
    Remaining = 1 << 1,
    /// <summary>A prompt of a wall that does not say outright that the rest is withheld.</summary>
    Paywall = 1 << 2,
    /// <summary>Counts what was read or is left; withholds nothing by itself.</summary>
    Counter = 1 << 3,
    Offer = 1 << 4,
    Registration = 1 << 5,
    Consent = 1 << 6,
    BotWall = 1 << 7,
    ConsentWall = 1 << 8,
    LoginWall = 1 << 9,
    ErrorPage = 1 << 10,
    ScriptRequired = 1 << 11,
    Listing = 1 << 12,
    Syndication = 1 << 13,
    Related = 1 << 14,
    Timestamp = 1 << 15,
    /// <summary>Boilerplate of some other name.</summary>
    Furniture = 1 << 16,
    /// <summary>Holds a variable that no machine filled in.</summary>
    Unrendered = 1 << 17,

    Prompt = Withheld | Remaining | Paywall | Counter | Offer | Registration,
    AnyWall = BotWall | ConsentWall | LoginWall | ErrorPage | ScriptRequired,
}
