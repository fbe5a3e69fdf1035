namespace ArticleClean.Segmenting;

/// <summary>How far a full stop after a word may end a sentence.</summary>
internal enum StopKind : byte
{
    /// <summary>No abbreviation: it ends the sentence.</summary>
    Ends,
    /// <summary>Ends it only where a function word with a capital follows ("in the U.S. The").</summary>
    BeforeFunctionWord,
    /// <summary>Ends it unless a number follows ("No. 5").</summary>
    UnlessNumber,
    /// <summary>Never ends it ("Dr. Weiss").</summary>
    Never,
}

/// <summary>
/// Abbreviations by language. An entry with a capital matches as it is written, one without matches in any case;
/// inner dots are written, the last one is not.
/// </summary>
internal static class Abbreviations
{
    // Titles and words that always have something after them.
    private static readonly string[] NeverLists =
    [
        // English
        "mr mrs ms messrs dr prof gen lt col sgt capt cpl maj cmdr adm brig gov sen rep pres supt insp det rev fr. hon esq. msgr amb sec'y assoc asst dept e.g i.e cf viz vs v.s approx ca Mt Ft Pte Pvt Cllr Cde Ven Smt Shri Adv Engr Md Mohd Ald",
        // German
        "z.b d.h u.a o.g u.u s.o s.u v.a i.d.r z.t z.zt o.ä u.ä bspw bzw ggf evtl inkl exkl sog vgl dipl ing hr fr st dr.med priv.-doz geb gest Frl Hrn Abs Aufl Hrsg Bd Jh verh rd mind max zzgl",
        // French, Spanish, Portuguese, Italian, Catalan
        "mme mmes mlle mgr c.-à-d p.ex env sr sra srta sres dra d.ª excmo ilmo lic ing arq gral cnel tte prof.ª profa p.ej exmo exma eng sig sigg sig.ra dott dott.ssa avv on geom rag mons ecc.mo ss s.s",
        // Dutch, Swedish, Norwegian, Danish, Finnish
        "dhr mevr mw drs mr.dr ir bijv d.w.z m.b.t t.a.v o.a t.ex bl.a d.v.s s.k m.a.o f.d f.eks bl.annet dvs pga ang esim ns ym.",
        // Polish, Czech, Slovak, Hungarian, Romanian, Croatian
        "np tzn tzw m.in dr.hab inż mgr prof ks bp abp św gen płk mjr kpt por sierż ul al pl woj im mudr judr phdr ing.arch bc mgr.art tzv např resp popř mj pl. ill ún d-na dl dna",
        // Russian, Ukrainian, Bulgarian, Serbian
        "т.е т.к т.н т.д. т.п. напр им гг. ул пр просп пер им проф акад доц ген полк кап ст. гр г-н г-жа св ср см тов обл р-н пос вул просп бул ім наприкл тобто проф акад",
        // Turkish, Greek, Indonesian, Vietnamese, Malay, Filipino
        "sn av doç yrd öğr gör alb yzb mah cad bkz örn vb. κ κα κκ δρ καθ π.χ δηλ βλ στρ hj drs tn ny Bpk Gg Gng Ths Ts Gs Pgs",
        // Hindi, Marathi, Bengali: titles and the names of Latin letters that stand for initials
        "डॉ डा श्री प्रो पं मो कु स्व रु ए बी सी डी एफ एच आई जे एल एम एन पी आर एस टी यू वी डब्ल्यू वाई ড ডা মো প্রফেসর ডক্টর এ বি সি ডি এম এন পি আর এস টি",
        // Arabic, Hebrew
        "د أ م ا ص ج גב' ד\"ר פרופ עו\"ד",
    ];

    // Words that may stand last in a sentence as well.
    private static readonly string[] BeforeFunctionWordLists =
    [
        "inc ltd co corp bros plc llc jr sr etc al a.m p.m a.d b.c ph.d m.d b.a m.a u.s u.k u.n u.s.a d.c st ave blvd rd hwy sq mfg univ est ext govt intl natl assn no.s ed eds Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Que Tenn Tex Va Vt Wash Wis Wyo",
        "usw u.s.w etc.pp str co.kg e.v e.u a.d a.m a.d.s Mio Mrd Tsd Std Min Sek Uhr. jun sen Okt Dez Mär Jän",
        "etc.. s.a s.l a.c d.c ee.uu cía s.p.a s.r.l ltda cia av avda pza janv févr juil sept oct nov déc ene feb abr ago dic gen mag giu lug set ott dez",
        "enz e.d jl a.s m.m osv o.s.v mfl m.fl kl st.",
        "itd itp m.st sp z.o.o s.r.o a.s atd apod tj tys mln mld godz zł kč r stol okt nov",
        "г гг в вв др пр тыс млн млрд руб коп т.д т.п и.о ч мин сек кг км янв февр апр авг сент окт нояб дек р рр тис грн с",
        "vb vs ltd.şti a.ş t.c d.k dk sa κ.λπ κ.ά μ.μ π.μ χλμ εκ δισ",
        "dll dsb dkk tbk pt cv jl",
    ];

    // Words that are an abbreviation only in front of a number.
    private static readonly string[] UnlessNumberLists =
    [
        "no nos p pp fig figs vol vols art arts sec ch chap par para pt nr num núm n n.º art.º str tel fax ext s ff bd kap ziff rs re mt sh ksh tsh ush ph php rm",
        "с стр ст п пп рис гл д кв корп тел № č čl odst sb čís poz rozdz § art σελ αρ sf syf md fıkra hlm",
        "रु রু",
    ];

    private static readonly WordTable Exact = Load(ignoreCase: false);
    private static readonly WordTable AnyCase = Load(ignoreCase: true);

    /// <summary>What a full stop after <paramref name="word"/> (without that stop) does.</summary>
    public static StopKind KindOf(ReadOnlySpan<char> word) =>
        Exact.TryGetValue(word, out int kind) || AnyCase.TryGetValue(word, out kind) ? (StopKind)kind : StopKind.Ends;

    private static WordTable Load(bool ignoreCase)
    {
        WordTable forms = new(ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        Add(NeverLists, StopKind.Never);
        Add(BeforeFunctionWordLists, StopKind.BeforeFunctionWord);
        Add(UnlessNumberLists, StopKind.UnlessNumber);
        return forms;

        void Add(string[] lists, StopKind kind)
        {
            foreach (string list in lists)
            {
                for (int start = 0; start < list.Length;)
                {
                    int end = list.IndexOf(' ', start);
                    end = end < 0 ? list.Length : end;
                    ReadOnlySpan<char> form = list.AsSpan(start, end - start).TrimEnd('.');
                    if (HasCapital(form) != ignoreCase)
                        forms.Add(form, (int)kind);
                    start = end + 1;
                }
            }
        }
    }

    private static bool HasCapital(ReadOnlySpan<char> form)
    {
        foreach (char c in form)
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }
}
