#include "text/prose.hpp"

#include <algorithm>
#include <array>

namespace curveball::text {
namespace {

constexpr std::size_t list_window = 40;
constexpr std::uint32_t list_links = 5;
constexpr std::size_t salad_window = 20;
// So often one word, or two together, in the window; the higher number where it has more links.
constexpr std::uint32_t salad_links = 4;
constexpr std::size_t salad_one[] = {8, 9};
constexpr std::size_t salad_two[] = {12, 13};

// More links than that and it is no list.
constexpr std::uint32_t salad_most_links = 11;
// Without a word that stands there so often, no rule of salad can hold: spares nearly all windows
// the counting.
constexpr std::uint8_t salad_least = 6;
static_assert(salad_one[0] >= salad_least && salad_two[0] >= 2 * salad_least);

// Fewer words than that at the edge of a window may be of a sentence that is no part of its list.
constexpr std::uint32_t least_part = 12;
constexpr std::uint32_t sentence_links = 2;

enum class Role : std::uint8_t { other, connector, clause };

// Words that string a list together as well as a sentence.
constexpr std::string_view connectors[] = {"and", "or",      "the",  "a",   "an",   "then",
                                           "so",  "because", "also", "but", "that", "however"};
constexpr std::string_view clause_words[] = {
    "i",      "we",       "you",   "he",    "she",   "it",     "they",   "me",    "us",
    "him",    "them",     "there", "am",    "is",    "are",    "was",    "were",  "be",
    "been",   "being",    "have",  "has",   "had",   "having", "do",     "does",  "did",
    "doing",  "can",      "could", "will",  "would", "shall",  "should", "may",   "might",
    "must",   "let",      "get",   "got",   "if",    "when",   "where",  "while", "until",
    "unless", "who",      "whom",  "whose", "which", "what",   "why",    "how",   "whether",
    "though", "although", "since", "than",  "to",    "not",    "as"};

// The two lists by word: open addressing, an eighth full.
class Roles {
 public:
  constexpr Roles() {
    for (auto const word : connectors) add(word_id(word), Role::connector);
    for (auto const word : clause_words) add(word_id(word), Role::clause);
  }
  constexpr Role of(WordId word) const {
    std::size_t at = word.value % slots_.size();
    while (slots_[at].word != WordId{} && slots_[at].word != word) at = (at + 1) % slots_.size();
    return slots_[at].role;
  }

 private:
  struct Slot {
    WordId word;
    Role role = Role::other;
  };
  constexpr void add(WordId word, Role role) {
    std::size_t at = word.value % slots_.size();
    while (slots_[at].word != WordId{}) at = (at + 1) % slots_.size();
    slots_[at] = {word, role};
  }
  std::array<Slot, 512> slots_{};
};

constexpr Roles roles;

bool is_counted(Token const& token) {
  if (token.kind == TokenKind::number) return false;
  return token.folded_size > 1 || token.function_word;
}

// Words of a moving window, counted by the last bits of their names: words that share them are
// counted as one, so that no word stands there more often than it is told.
class Crowd {
 public:
  void enter(WordId word) {
    if (++counts_[bucket(word)] == salad_least) ++crowded_;
  }
  void leave(WordId word) {
    if (counts_[bucket(word)]-- == salad_least) --crowded_;
  }
  // False: no word stands there salad_least times.
  bool may_be_salad() const { return crowded_ > 0; }

 private:
  static std::size_t bucket(WordId word) { return word.value & 0xFF; }
  std::array<std::uint8_t, 256> counts_{};
  std::size_t crowded_ = 0;
};

// Whether one word, or two, make up most of the counted words [first, first + salad_window).
bool is_salad(Prose const& prose, std::size_t first, std::size_t links) {
  std::array<WordId, salad_window> window;
  for (std::size_t i = 0; i < salad_window; ++i) {
    window[i] = prose.reading().tokens[prose.words()[first + i]].word;
  }
  std::sort(window.begin(), window.end());
  std::size_t most = 0;
  std::size_t second = 0;
  for (std::size_t i = 0; i < salad_window;) {
    std::size_t end = i;
    while (end < salad_window && window[end] == window[i]) ++end;
    second = std::max(second, std::min(most, end - i));
    most = std::max(most, end - i);
    i = end;
  }
  std::size_t const strict = links > salad_links ? 1 : 0;
  return most >= salad_one[strict] || most + second >= salad_two[strict];
}

// Whether the sentence, of which the tokens [begin, end) stand in a window, is no part of its list:
// it has few words there, and goes on outside or is a sentence.
bool stands_apart(Prose const& prose, Sentence const& sentence, std::size_t begin,
                  std::size_t end) {
  auto const whole = prose.count(sentence.first, sentence.end);
  auto const inside = prose.count(begin, end);
  return inside.words < least_part && (whole.words > inside.words || holds_together(whole));
}

// Covers the tokens [begin, end) but for the sentences at their edges that stand apart.
void cover(Prose const& prose, std::size_t begin, std::size_t end, Mask& mask, MaskReason reason) {
  auto const& reading = prose.reading();
  while (begin < end) {
    Sentence const& last = reading.sentences[reading.tokens[end - 1].sentence];
    auto const from = std::max<std::size_t>(last.first, begin);
    if (!stands_apart(prose, last, from, end)) break;
    end = from;
  }
  while (begin < end) {
    Sentence const& first = reading.sentences[reading.tokens[begin].sentence];
    auto const to = std::min<std::size_t>(first.end, end);
    if (!stands_apart(prose, first, begin, to)) break;
    begin = to;
  }
  if (begin < end) mask.cover(begin, end, reason);
}

// Calls `masks(count, first)` for each window of so many counted words and covers those for which
// it holds.
template <class Masks>
void mask_windows(Prose const& prose, std::size_t window, MaskReason reason, Mask& mask,
                  Masks const& masks) {
  auto const& words = prose.words();
  for (std::size_t first = 0; first + window <= words.size(); ++first) {
    std::size_t const begin = words[first];
    std::size_t const end = words[first + window - 1] + std::size_t{1};
    if (masks(prose.count(begin, end), first)) cover(prose, begin, end, mask, reason);
  }
}

}  // namespace

Prose::Prose(Reading const& reading) : reading_(reading) {
  before_.reserve(reading.tokens.size() + 1);
  words_.reserve(reading.tokens.size());
  ProseCount count;
  before_.push_back(count);
  for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
    Token const& token = reading.tokens[i];
    if (is_counted(token)) {
      words_.push_back(i);
      ++count.words;
      Role const role = token.function_word ? roles.of(token.word) : Role::connector;
      if (role != Role::connector) ++count.links;
      if (role == Role::clause) ++count.clauses;
    }
    before_.push_back(count);
  }
}

ProseCount Prose::count(std::size_t first, std::size_t end) const {
  ProseCount const& from = before_[first];
  ProseCount const& to = before_[end];
  return {to.words - from.words, to.links - from.links, to.clauses - from.clauses};
}

bool holds_together(ProseCount const& sentence) {
  return sentence.clauses > 0 || sentence.links >= sentence_links;
}

void mask_lists(Prose const& prose, Mask& mask) {
  mask_windows(prose, list_window, MaskReason::list, mask,
               [](ProseCount const& count, std::size_t /*first*/) {
                 return count.clauses == 0 && count.links <= list_links;
               });
}

void mask_salad(Prose const& prose, Mask& mask) {
  auto const word = [&prose](std::size_t counted) {
    return prose.reading().tokens[prose.words()[counted]].word;
  };
  Crowd crowd;
  std::size_t entered = 0;
  mask_windows(prose, salad_window, MaskReason::salad, mask,
               [&](ProseCount const& count, std::size_t first) {
                 while (entered < first + salad_window) crowd.enter(word(entered++));
                 bool const may_be = crowd.may_be_salad() && count.links <= salad_most_links;
                 crowd.leave(word(first));
                 return may_be && is_salad(prose, first, count.links);
               });
}

}  // namespace curveball::text
