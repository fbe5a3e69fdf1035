namespace ArticleClean.Segmenting;

/// <content>
/// The folded letter of each character of three ranges of Unicode, in order: canonical decomposition without marks,
/// lower case; and by hand the letters that do not decompose. Tables, so that no culture data has to be loaded
/// and every machine folds alike.
/// </content>
internal static partial class Folding
{
    private const char LatinStart = '\u00C0';
    private const char LatinEnd = '\u0250';
    private const char GreekStart = '\u0370';
    private const char CyrillicEnd = '\u0530';
    private const char ExtendedStart = '\u1E00';
    private const char ExtendedEnd = '\u2000';

    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo\u00D7ouuuuyts" +
        "aaaaaaaceeeeiiiidnooooo\u00F7ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiĳĳjjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssss" +
        "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵ" +
        "ooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿ" +
        "ǀǁǂǃdddǉǉǉǌǌǌaaiioouuuuuuuuuuǝaa" +
        "aaaaǥǥggkkooooʒʒjǳǳǳggƕƿnnaaaaoo" +
        "aaaaeeeeiiiioooorrrruuuussttȝȝhh" +
        "ƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ" +
        "ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ";

    private const string GreekAndCyrillic =
        "ͱͱͳͳʹ\u0375ͷͷ\u0378\u0379ͺͻͼͽ\u037Eϳ\u0380\u0381\u0382\u0383\u0384\u0385α\u0387εηι\u038Bο\u038Dυω" +
        "ιαβγδεζηθικλμνξοπρ\u03A2στυφχψωιυαεηι" +
        "υαβγδεζηθικλμνξοπρσστυφχψωιυουωϗ" +
        "ϐϑϒϒϒϕϖϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯ" +
        "ϰϱϲϳθϵ\u03F6ϸϸϲϻϻϼͻͼͽееђгєѕііјљњћкиуџ" +
        "абвгдежзииклмнопрстуфхцчшщъыьэюя" +
        "абвгдежзииклмнопрстуфхцчшщъыьэюя" +
        "ееђгєѕііјљњћкиуџѡѡѣѣѥѥѧѧѩѩѫѫѭѭѯѯ" +
        "ѱѱѳѳѵѵѵѵѹѹѻѻѽѽѿѿҁҁ\u0482\u0000\u0000\u0000\u0000\u0000\u0000\u0000ҋҋҍҍҏҏ" +
        "ґґғғҕҕҗҗҙҙққҝҝҟҟҡҡңңҥҥҧҧҩҩҫҫҭҭүү" +
        "ұұҳҳҵҵҷҷҹҹһһҽҽҿҿӏжжӄӄӆӆӈӈӊӊӌӌӎӎӏ" +
        "ааааӕӕееәәәәжжззӡӡииииооөөөөээуу" +
        "ууууччӷӷыыӻӻӽӽӿӿԁԁԃԃԅԅԇԇԉԉԋԋԍԍԏԏ" +
        "ԑԑԓԓԕԕԗԗԙԙԛԛԝԝԟԟԡԡԣԣԥԥԧԧԩԩԫԫԭԭԯԯ";

    private const string Extended =
        "aabbbbbbccddddddddddeeeeeeeeeeff" +
        "gghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyẚsẜẝsẟ" +
        "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooo" +
        "oooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ" +
        "ααααααααααααααααεεεεεε\u1F16\u1F17εεεεεε\u1F1E\u1F1F" +
        "ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι" +
        "οοοοοο\u1F46\u1F47οοοοοο\u1F4E\u1F4Fυυυυυυυυ\u1F58υ\u1F5Aυ\u1F5Cυ\u1F5Eυ" +
        "ωωωωωωωωωωωωωωωωααεεηηιιοουυωω\u1F7E\u1F7F" +
        "ααααααααααααααααηηηηηηηηηηηηηηηη" +
        "ωωωωωωωωωωωωωωωωααααα\u1FB5ααααααα\u1FBDι\u1FBF" +
        "\u1FC0\u1FC1ηηη\u1FC5ηηεεηηη\u1FCD\u1FCE\u1FCFιιιι\u1FD4\u1FD5ιιιιιι\u1FDC\u1FDD\u1FDE\u1FDF" +
        "υυυυρρυυυυυυρ\u1FED\u1FEE\u1FEF\u1FF0\u1FF1ωωω\u1FF5ωωοοωωω\u1FFD\u1FFE\u1FFF";
}
