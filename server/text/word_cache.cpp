#include "text/word_cache.hpp"

#include <cassert>
#include <libstemmer.h>
#include <utility>

namespace curveball::text {
namespace {

constexpr std::size_t smallest_table = 1024;

}  // namespace

void WordCache::StemmerEnd::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

WordCache::WordCache(std::size_t capacity)
    : stemmer_(sb_stemmer_new("english", "UTF_8")), capacity_(capacity), table_(smallest_table) {
  assert(stemmer_ && "libstemmer has no English stemmer");
  assert(capacity_ > 0);
}

bool WordCache::holds(Entry const& entry, std::string_view folded, WordId id) const {
  return entry.facts.word == id && std::string_view(letters_).substr(entry.text, entry.bytes) == folded;
}

WordCache::Entry& WordCache::slot(std::string_view folded, WordId id) {
  std::size_t const mask = table_.size() - 1;
  std::size_t at = id.value & mask;
  while (table_[at].bytes != 0 && !holds(table_[at], folded, id)) at = (at + 1) & mask;
  return table_[at];
}

void WordCache::grow() {
  std::vector<Entry> const old = std::exchange(table_, std::vector<Entry>(table_.size() * 2));
  for (Entry const& entry : old) {
    if (entry.bytes == 0) continue;
    slot(std::string_view(letters_).substr(entry.text, entry.bytes), entry.facts.word) = entry;
  }
}

void WordCache::forget() {
  table_.assign(smallest_table, Entry{});
  letters_.clear();
  count_ = 0;
}

WordFacts WordCache::work_out(std::string_view folded, WordId id) {
  auto const* letters = reinterpret_cast<sb_symbol const*>(folded.data());
  auto const* stem = sb_stemmer_stem(stemmer_.get(), letters, static_cast<int>(folded.size()));
  assert(stem != nullptr && "libstemmer is out of memory");
  auto const bytes = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
  return {.word = id,
          .stem = word_id({reinterpret_cast<char const*>(stem), bytes}),
          .cue = cue_of(folded),
          .function_word = is_function_word(folded),
          .fused_not = !base_of_fused_not(folded).empty()};
}

WordFacts WordCache::facts(std::string_view folded) {
  WordId const id = word_id(folded);
  if (folded.empty() || folded.size() > limits::word_bytes) return {.word = id, .stem = id};
  Entry& known = slot(folded, id);
  if (known.bytes != 0) return known.facts;
  if (count_ == capacity_) forget();
  if (count_ * 2 >= table_.size()) grow();
  Entry& entry = slot(folded, id);
  entry = {.text = static_cast<std::uint32_t>(letters_.size()),
           .bytes = static_cast<std::uint8_t>(folded.size()),
           .facts = work_out(folded, id)};
  letters_.append(folded);
  ++count_;
  return entry.facts;
}

}  // namespace curveball::text
