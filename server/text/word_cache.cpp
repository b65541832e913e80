#include "text/word_cache.hpp"

#include <algorithm>
#include <cassert>
#include <libstemmer.h>
#include <utility>

#include "text/dictionary.hpp"

namespace curveball::text {
namespace {

constexpr std::size_t smallest_table = 1024;
constexpr std::size_t shortest_slip = 3;

// Short words and words with a digit or a letter beyond a-z are no slips of the keyboard.
bool may_be_slip(std::string_view folded) {
  return folded.size() >= shortest_slip &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void WordCache::StemmerEnd::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

WordCache::WordCache(std::size_t capacity)
    : stemmer_(sb_stemmer_new("english", "UTF_8")), capacity_(capacity), table_(smallest_table) {
  assert(stemmer_ && "libstemmer has no English stemmer");
  assert(capacity_ > 0);
}

WordCache::Entry& WordCache::slot(Entry const& wanted) {
  std::size_t const mask = table_.size() - 1;
  std::size_t at = wanted.facts.word.value & mask;
  while (table_[at].bytes != 0 &&
         (table_[at].bytes != wanted.bytes || !(table_[at].key == wanted.key))) {
    at = (at + 1) & mask;
  }
  return table_[at];
}

void WordCache::grow() {
  std::vector<Entry> const old = std::exchange(table_, std::vector<Entry>(table_.size() * 2));
  for (Entry const& entry : old) {
    if (entry.bytes != 0) slot(entry) = entry;
  }
}

void WordCache::forget() {
  table_.assign(smallest_table, Entry{});
  count_ = 0;
}

void WordCache::work_out(std::string_view folded, WordFacts& facts) {
  auto const* letters = reinterpret_cast<sb_symbol const*>(folded.data());
  auto const* stem = sb_stemmer_stem(stemmer_.get(), letters, static_cast<int>(folded.size()));
  assert(stem != nullptr && "libstemmer is out of memory");
  auto const bytes = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  facts.stem = word_id({reinterpret_cast<char const*>(stem), bytes});
  facts.cue = cue_of(folded);
  facts.function_word = is_function_word(folded);
  facts.fused_not = !base_of_fused_not(folded).empty();
  facts.unknown = may_be_slip(folded) && !is_dictionary_word(folded);
}

WordFacts WordCache::facts(std::string_view folded) {
  WordKey const key = key_of(folded);
  WordId const id = word_id(folded, key);
  Entry wanted{.key = key,
               .bytes = static_cast<std::uint8_t>(folded.size()),
               .facts = {.word = id, .stem = id}};
  if (folded.empty() || folded.size() > limits::word_bytes) return wanted.facts;
  bool const kept = folded.size() <= WordKey::whole_bytes;
  if (kept) {
    if (Entry const& known = slot(wanted); known.bytes != 0) return known.facts;
  }
  work_out(folded, wanted.facts);
  if (kept) remember(wanted);
  return wanted.facts;
}

void WordCache::remember(Entry const& entry) {
  if (count_ == capacity_) forget();
  if (count_ * 2 >= table_.size()) grow();
  slot(entry) = entry;
  ++count_;
}

}  // namespace curveball::text
