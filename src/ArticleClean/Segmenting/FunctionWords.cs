namespace ArticleClean.Segmenting;

/// <summary>
/// Function words as they open a sentence, with a capital: where one follows an abbreviation or a line without full
/// stop, a new sentence begins. Words that also stand inside names (La, Le, De, Van) are not among them.
/// </summary>
internal static class FunctionWords
{
    private static readonly string[] Lists =
    [
        // English
        "The An He She It They We You In On At But And So If This That These Those There When While After Before As For With From However Meanwhile His Her Their Its Our My Not What Who How Why Where Then Now Also According Although Though Because Since Until Many Some Most More Both Each Every Such By To Of Or Nor Yet Still Despite During Between Under Over Here It's He's She's They're We're I've I'm",
        // German
        "Der Die Das Dem Den Des Ein Eine Einen Einem Einer Er Es Wir Ich Im In Am Auf Aus Bei Beim Mit Von Vom Zu Zum Zur Nach Vor Aber Und Oder Doch Auch Dort Dies Diese Dieser Dieses Damit Dann Denn Wenn Als Wie Für Seit Trotz Während Laut So Nur Noch Nun Was Wer Wo Warum Man Bis Durch Unter Über",
        // French
        "Il Elle Ils Elles On Nous Vous Ce Cet Cette Ces Mais Et Ou Dans En Pour Sur Avec Après Avant Selon Si Son Sa Ses Leur Leurs Les Une Un Au Aux Par Sans Sous Chez Depuis Alors Ainsi Comme Quand Lors",
        // Spanish, Portuguese, Italian
        "El Los Las Una Pero Y En Con Por Para Según Este Esta Estos Estas Ese Esa Eso Su Sus Se No Si Como Cuando Desde Hasta Sobre Tras Entre Al Aunque Ya También O Os As Um Uma Mas Em No Na Nos Nas Ao Ele Ela Eles Elas Isso Esse Essa Após Segundo Quando Il Gli Lo Uno Ma E Nel Nella Dal Dalla Del Della Con Per Tra Fra Secondo Questo Questa Quello Anche Dopo Prima Se Non È",
        // Dutch, Swedish, Norwegian, Danish, Finnish
        "Het Een Maar Dat Deze Dit Hij Zij Ze We Wij Ook Bij Naar Voor Na Om Volgens Er Det Den Ett Han Hon Hun De Dem Men Och Og Som På Av Af Till Til Efter Etter Enligt Ifølge Ifølge Denne Dette Detta Vi Jag Jeg Når Hvis Om Ja Mutta Hän Se Kun Jos",
        // Polish, Czech, Hungarian, Romanian
        "Nie To Jest W We Na Z Ze Do Od Po Przed Przy Jak Ale I A Jednak Według Gdy Kiedy Ten Ta Te Tego Tym Je Se V Ve K S Podle Když Ale Jeho Az Egy Ez És De Ha Nem Un O Iar Dar În Din Cu Pe La",
        // Russian, Ukrainian
        "В Во На С Со К По Из За От До У О Об И А Но Да Он Она Они Оно Мы Вы Я Это Этот Эта Эти Как Что Кто Где Когда Если Также При Для Однако Не Его Её Их Так Уже Після Та Але Він Вона Вони Ми Ви Це Цей Ця Ці Як Що Хто Де Коли Якщо Також При Для Однак Не Його Її Їх За Із Зі Під",
        // Turkish, Greek, Indonesian, Vietnamese
        "Bu Bir Ve Ama Ancak O Şu Ben Biz Da De İçin Ο Η Το Οι Τα Τον Την Του Της Στο Στη Στην Στον Με Για Από Και Αλλά Ένα Ένας Μια Αυτό Αυτή Όταν Αν Δεν Di Ke Dari Dan Yang Ini Itu Namun Tetapi Pada Dalam Untuk Saat Kami Kita Dia Ia Và Của Trong Khi Theo Ông Bà Một Các Những Đây Đó",
    ];

    // Function words that are also names, pronouns with a capital inside the sentence, or words of another language.
    private const string NotAfterProse =
        "I I'm I've A Ten Ma Man Sans Dar Au Who You Now Then Lo Los Las El Al To Of Or Nor Such Both By De Di Da Se Na No Si Os Ha Un La Vi Per Con Son Sa Han Des Din Bu O Von Dan Para Most More Not";

    private static readonly WordTable Words = WordTable.Of(StringComparison.Ordinal, Lists);

    private static readonly WordTable NoOpeners = WordTable.Of(StringComparison.Ordinal, NotAfterProse);

    /// <summary>Whether <paramref name="word"/>, as written, is a function word with a capital.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>Whether <paramref name="word"/> opens a sentence even where the one before has no end.</summary>
    public static bool Opens(ReadOnlySpan<char> word) => Words.Contains(word) && !NoOpeners.Contains(word);
}
