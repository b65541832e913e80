// What letters of Latin, Greek and Cyrillic become when accents, case and ligatures are folded.
// Source: the Unicode Character Database 14.0: compatibility decomposition (NFKD) without its
// combining marks, then full case folding; o, l, d, h, t with a stroke and dotless i lose them.
// One character for each code point of a block from its first one; ' ' is not a letter,
// '*' becomes several letters: see expansions.
#pragma once

#include <array>
#include <string_view>

namespace curveball::text::fold_table {

inline constexpr std::u16string_view latin =
    u"aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    u"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkĸlllllll"
    u"lllnnnnnnnŋŋoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    u"bɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩiƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴzzʒƹƹƺƻƽƽƾƿ"
    u"ǀǁǂǃ*********aaiioouuuuuuuuuuǝaaaa**ggggkkooooʒʒj***ggƕƿnnaa**oo"
    u"aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹaccƚtȿ"
    u"ɀɂɂbʉʌeejjɋɋrryy";
inline constexpr std::u16string_view greek =
    u"ͱͱͳͳʹ ͷͷ   ͻͼͽ ϳ      α εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηι"
    u"υαβγδεζηθικλμνξοπρσστυφχψωιυουωϗβθυυυφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯ"
    u"κρσϳθε ϸϸσϻϻϼͻͼͽ";
inline constexpr std::u16string_view cyrillic =
    u"ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюяабвгдежзииклмноп"
    u"рстуфхцчшщъыьэюяееђгєѕііјљњћкиуџѡѡѣѣѥѥѧѧѩѩѫѫѭѭѯѯѱѱѳѳѵѵѵѵѹѹѻѻѽѽѿѿ"
    u"ҁҁ        ҋҋҍҍҏҏґґғғҕҕҗҗҙҙққҝҝҟҟҡҡңңҥҥҧҧҩҩҫҫҭҭүүұұҳҳҵҵҷҷҹҹһһҽҽҿҿ"
    u"ӏжжӄӄӆӆӈӈӊӊӌӌӎӎӏааааӕӕееәәәәжжззӡӡииииооөөөөээууууууччӷӷыыӻӻӽӽӿӿ"
    u"ԁԁԃԃԅԅԇԇԉԉԋԋԍԍԏԏԑԑԓԓԕԕԗԗԙԙԛԛԝԝԟԟԡԡԣԣԥԥԧԧԩԩԫԫԭԭ"
    u"ԯ"
    u"ԯ";
inline constexpr std::u16string_view latin_additional =
    u"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    u"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    u"wwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝ*ẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    u"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ";
inline constexpr std::u16string_view greek_extended =
    u"ααααααααααααααααεεεεεε  εεεεεε  ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι"
    u"οοοοοο  οοοοοο  υυυυυυυυ υ υ υ υωωωωωωωωωωωωωωωωααεεηηιιοουυωω  "
    u"ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα ααααααα ι "
    u"  ηηη ηηεεηηη   ιιιι  ιιιιιι    υυυυρρυυυυυυρ     ωωω ωωοοωωω   ";

struct Expansion {
  char16_t letter;
  std::string_view folded;
};
// In ascending order of letter.
inline constexpr std::array<Expansion, 33> expansions{{
    {0x00C6, "ae"},  {0x00DE, "th"}, {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00FE, "th"},
    {0x0132, "ij"},  {0x0133, "ij"}, {0x0152, "oe"}, {0x0153, "oe"}, {0x01C4, "dz"},
    {0x01C5, "dz"},  {0x01C6, "dz"}, {0x01C7, "lj"}, {0x01C8, "lj"}, {0x01C9, "lj"},
    {0x01CA, "nj"},  {0x01CB, "nj"}, {0x01CC, "nj"}, {0x01E2, "ae"}, {0x01E3, "ae"},
    {0x01F1, "dz"},  {0x01F2, "dz"}, {0x01F3, "dz"}, {0x01FC, "ae"}, {0x01FD, "ae"},
    {0x1E9E, "ss"},  {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"},
    {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
}};

}  // namespace curveball::text::fold_table
