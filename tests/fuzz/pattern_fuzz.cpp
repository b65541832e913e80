// The first line is a pattern, the rest an answer. A pattern has an error inside its source or one
// canonical spelling; what it finds lies inside the answer.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "matching/pattern.hpp"
#include "matching/pattern_set.hpp"
#include "text/reading.hpp"

#include "fuzz/law.hpp"

using namespace curveball;

namespace {

void look_for(matching::Pattern pattern, std::string_view answer) {
  static text::WordCache words;
  matching::PatternSetBuilder builder;
  builder.add(0, std::move(pattern));
  auto const set = builder.build();
  if (!set) return;
  auto const hits = matching::find(*set, text::read(answer, words));
  fuzz::demand(hits.size() <= 1, "one key has two hits");
  for (auto const& hit : hits) {
    fuzz::demand(hit.strength > 0 && hit.strength <= 1000, "a strength out of range");
    fuzz::demand(!hit.evidence.empty(), "a hit without evidence");
    for (auto const& evidence : hit.evidence) {
      fuzz::demand(evidence.span.begin < evidence.span.end && evidence.span.end <= answer.size(),
                   "evidence outside the answer");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const input(reinterpret_cast<char const*>(data), size);
  std::size_t const line = input.find('\n');
  std::string_view const source = input.substr(0, line);
  auto pattern = matching::parse(source);
  if (!pattern) {
    fuzz::demand(pattern.error().offset <= source.size(), "an error outside the pattern");
    fuzz::demand(!pattern.error().message.empty(), "an error without words");
    return 0;
  }
  auto const again = matching::parse(matching::to_string(*pattern));
  fuzz::demand(again && *again == *pattern, "the canonical spelling is another pattern");
  look_for(std::move(*pattern), line == std::string_view::npos ? source : input.substr(line + 1));
  return 0;
}
