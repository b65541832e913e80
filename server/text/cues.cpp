#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/vocabulary.hpp"

namespace curveball::text {
namespace {

// Words with one space between them.
struct Group {
  Cue cue;
  std::string_view words;
};

constexpr Group groups[] = {
    {Cue::no, "no nope"},
    {Cue::not_, "not"},
    {Cue::never, "never"},
    {Cue::nobody, "none nothing nobody nowhere"},
    {Cue::neither, "neither"},
    {Cue::nor, "nor"},
    {Cue::without, "without minus sans"},
    {Cue::lack, "lack lacks lacked lacking"},
    {Cue::absence, "absence"},
    {Cue::free, "free devoid rid"},
    {Cue::instead, "instead lieu place"},
    {Cue::rather, "rather"},
    {Cue::fail,
     "fail fails failed failing failure refusal hesitate hesitates hesitated afraid reluctant"},
    {Cue::unable, "unable unwilling opposed impossible pretend pretended pretends"},
    {Cue::of, "of"},
    {Cue::than, "than"},
    {Cue::to, "to"},
    {Cue::but, "but"},
    {Cue::clause_end, "however although though yet except because since which who then so"},
    {Cue::conjunction, "and or"},
    {Cue::be, "is are was were been am"},
    {Cue::subject, "i we you they he she it there"},
    {Cue::happen,
     "happen happens happened came exist exists existed occur occurred materialise "
     "materialised materialize materialized appear appeared arrive arrived emerge emerged"},
    {Cue::only, "only least just merely simply solely surprisingly mind sorry"},
    {Cue::doubt, "doubt problem question matter later"},
    {Cue::until, "until"},
    {Cue::hesitation, "hesitation hesitating delay"},
    {Cue::would, "would could"},
    {Cue::maybe, "maybe perhaps probably possibly might hopefully presumably"},
    {Cue::guess, "guess suppose imagine"},
    {Cue::kind, "kind sort"},
    {Cue::something, "something"},
    {Cue::like, "like"},
    {Cue::sure, "sure"},
    {Cue::done,
     "agreed allowed appointed arranged asked assigned available booked built "
     "captured chosen clear collected communicated conducted considered "
     "created decided defined delivered designed discussed documented done drafted "
     "drawn established finished formed found given held identified implemented "
     "included installed introduced invited involved known launched made "
     "measured mentioned met named offered organised organized performed planned "
     "possible prepared present produced provided published put raised reached "
     "ready recorded run scheduled sent set shared shipped signed started stated "
     "taken told tracked written"},
    {Cue::hardly, "hardly barely scarcely rarely seldom"},
    {Cue::avoid,
     "avoid avoids avoided avoiding prevent prevents prevented preventing skip "
     "skips skipped skipping ignore ignores ignored ignoring forget forgets forgot "
     "forgetting forgotten refuse refuses refused refusing decline declines "
     "declined declining neglect neglects neglected neglecting omit omits omitted "
     "omitting cancel cancels cancelled canceled cancelling canceling hide hides hid hiding "
     "conceal concealed concealing replace replaces replaced replacing"},
    {Cue::drop,
     "stop stops stopped stopping quit quitting drop drops dropped dropping scrap "
     "scrapped scrapping abandon abandons abandoned abandoning reject rejects "
     "rejected rejecting miss misses missed kill kills killed killing axed shelved shelve vetoed "
     "banned ban ditched ditch resist resisted resisting"},
    {Cue::missing,
     "missing absent empty existent nonexistent unavailable "
     "overlooked denied removed unnamed unassigned undefined undecided unwritten "
     "unknown unclear"},
    {Cue::against, "against"},
    {Cue::alone, "alone"},
    {Cue::far, "far anything everything"},
    {Cue::too, "too"},
    {Cue::keep, "keep keeps kept keeping leave leaves left leaving"},
    {Cue::give, "give gives gave giving turn turns turned turning shot shut"},
    {Cue::ran, "ran"},
    {Cue::fall, "fell fall falls fallen"},
    {Cue::wish, "wish wished wishes"},
    {Cue::almost, "almost nearly"},
    {Cue::little, "little few zero"},
    {Cue::prefer,
     "prefer preferred choose chose pick picked favour favoured favor "
     "favored"},
    {Cue::intend, "going supposed meant intended"},
    {Cue::off, "called"},
    {Cue::save, "save saved saves saving protect protects protected protecting"},
    {Cue::have, "had"},
    {Cue::condition, "if unless"},
    {Cue::subordinate,
     "before after while whereas whenever once despite besides beyond thanks due"},
    {Cue::know,
     "know knew realise realised realize realized notice noticed remember "
     "remembered aware idea"},
    {Cue::no_noun,
     "regret regrets regretted wonder sooner surprise exception exceptions harm "
     "shame objection objections secret wrong fewer less substitute shortage stranger"},
    {Cue::article, "a an the any my our your his her its their this that these those"},
    {Cue::ask, "what when where why how"},
    {Cue::ask_verb, "do does did can should will have has"},
};

constexpr std::size_t count_words() {
  std::size_t words = 0;
  for (Group const& group : groups) {
    words += 1 + static_cast<std::size_t>(std::count(group.words.begin(), group.words.end(), ' '));
  }
  return words;
}

using Row = std::pair<std::string_view, Cue>;

constexpr auto cues = [] {
  std::array<Row, count_words()> rows{};
  std::size_t next = 0;
  for (Group const& group : groups) {
    for (std::size_t at = 0; at <= group.words.size();) {
      std::size_t const end = std::min(group.words.find(' ', at), group.words.size());
      rows[next++] = {group.words.substr(at, end - at), group.cue};
      at = end + 1;
    }
  }
  std::sort(rows.begin(), rows.end(), [](Row const& a, Row const& b) { return a.first < b.first; });
  return rows;
}();

}  // namespace

Cue cue_of(std::string_view folded) {
  auto const* found =
      std::lower_bound(cues.begin(), cues.end(), folded,
                       [](Row const& row, std::string_view wanted) { return row.first < wanted; });
  return found != cues.end() && found->first == folded ? found->second : Cue::none;
}

}  // namespace curveball::text
