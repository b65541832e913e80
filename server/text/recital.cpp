#include "text/recital.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace curveball::text {
namespace {

constexpr std::size_t least_words = 60;
constexpr std::size_t words_to_one_own = 50;
constexpr std::size_t least_general = 3;
constexpr std::size_t aside_words = 30;

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

struct VoiceCount {
  std::size_t words = 0;
  std::size_t own = 0;
  std::size_t general = 0;

  void add(Token const& token) {
    Voice const voice = voices.of(token.word);
    ++words;
    if (voice == Voice::own || token.kind == TokenKind::number) ++own;
    if (voice == Voice::general) ++general;
  }
  void add(VoiceCount const& other) {
    words += other.words;
    own += other.own;
    general += other.general;
  }
  bool is_aside() const { return words < aside_words && general == 0; }
  bool is_recital() const {
    return words >= least_words && own * words_to_one_own <= words && general >= least_general;
  }
};

// The paragraph of tokens [first, end).
struct Paragraph {
  std::size_t first = 0;
  std::size_t end = 0;
  VoiceCount count;
};

// Whether a line ends between the sentence and the one before it.
bool begins_line(Reading const& reading, std::size_t sentence) {
  if (sentence == 0) return false;
  auto const from = reading.sentences[sentence - 1].span.end;
  auto const gap = reading.sentences[sentence].span.begin - from;
  return std::string_view(reading.folded).substr(from, gap).find('\n') != std::string_view::npos;
}

std::vector<Paragraph> paragraphs_of(Reading const& reading) {
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    Sentence const& sentence = reading.sentences[i];
    if (i == 0 || begins_line(reading, i)) paragraphs.push_back({sentence.first, sentence.end, {}});
    Paragraph& paragraph = paragraphs.back();
    paragraph.end = sentence.end;
    for (std::size_t token = sentence.first; token < sentence.end; ++token) {
      paragraph.count.add(reading.tokens[token]);
    }
  }
  return paragraphs;
}

}  // namespace

void mask_recital(Reading const& reading, Mask& mask) {
  if (reading.tokens.size() < least_words) return;
  auto const paragraphs = paragraphs_of(reading);
  VoiceCount told;
  for (Paragraph const& paragraph : paragraphs) {
    if (!paragraph.count.is_aside()) told.add(paragraph.count);
  }
  if (!told.is_recital()) return;
  for (Paragraph const& paragraph : paragraphs) {
    if (paragraph.count.is_aside()) continue;
    mask.cover(paragraph.first, paragraph.end, MaskReason::recital);
  }
}

}  // namespace curveball::text
