#include "text/recital.hpp"

#include <algorithm>
#include <array>

namespace curveball::text {
namespace {

constexpr std::size_t least_words = 60;
constexpr std::size_t words_to_one_own = 50;
constexpr std::size_t least_general = 3;

enum class Voice : std::uint8_t { none, own, general };

constexpr std::string_view own_words[] = {"i",   "me",   "my",    "mine",    "myself",
                                          "we",  "us",   "our",   "ours",    "ourselves",
                                          "you", "your", "yours", "yourself"};
constexpr std::string_view general_words[] = {
    // In general.
    "typically", "typical", "usually", "generally", "normally", "commonly", "popular", "classic",
    "classical", "recommended", "recommends", "ideally", "literature", "textbook", "best", "called",
    // Of methods.
    "technique", "techniques", "method", "methods", "methodology", "model", "models", "framework",
    "frameworks", "approach", "approaches", "principle", "principles", "practice", "practices",
    "matrix", "instrument", "tools", "discipline",
    // By name.
    "rice", "moscow", "kano", "wsjf", "raci", "daci", "raid", "smart", "okr", "okrs", "swot",
    "aarrr", "pdca", "dmaic", "itil", "prince2", "pmbok", "goodhart", "pareto", "eisenhower"};

// The words by what they say: open addressing, an eighth full.
class Voices {
 public:
  constexpr Voices() {
    for (auto const word : own_words) add(word_id(word), Voice::own);
    for (auto const word : general_words) add(word_id(word), Voice::general);
  }
  constexpr Voice of(WordId word) const {
    std::size_t at = word.value % slots_.size();
    while (slots_[at].word != WordId{} && slots_[at].word != word) at = (at + 1) % slots_.size();
    return slots_[at].voice;
  }

 private:
  struct Slot {
    WordId word;
    Voice voice = Voice::none;
  };
  constexpr void add(WordId word, Voice voice) {
    std::size_t at = word.value % slots_.size();
    while (slots_[at].word != WordId{}) at = (at + 1) % slots_.size();
    slots_[at] = {word, voice};
  }
  std::array<Slot, 512> slots_{};
};

constexpr Voices voices;

}  // namespace

bool is_recital(Reading const& reading) {
  std::size_t own = 0;
  std::size_t general = 0;
  for (Token const& token : reading.tokens) {
    Voice const voice = voices.of(token.word);
    if (voice == Voice::own || token.kind == TokenKind::number) ++own;
    if (voice == Voice::general) ++general;
  }
  std::size_t const words = reading.tokens.size();
  return words >= least_words && own * words_to_one_own <= words && general >= least_general;
}

}  // namespace curveball::text
