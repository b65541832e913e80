// Any bytes are read; the reading of well-formed text keeps its laws and depends on no cache.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "text/laws.hpp"
#include "text/reading.hpp"

#include "fuzz/law.hpp"

using namespace curveball;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static text::WordCache warm;
  text::WordCache small(50);
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  auto const reading = text::read(text, warm);
  fuzz::demand(reading.tokens.size() <= limits::answer_tokens, "too many tokens");
  if (is_valid_utf8(text)) {
    std::string_view const law = text::broken_law(text, reading);
    fuzz::demand(law.empty(), law);
  }
  auto const again = text::read(text, small);
  fuzz::demand(again.folded == reading.folded && again.tokens.size() == reading.tokens.size(),
               "the cache changed a reading");
  for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
    fuzz::demand(again.tokens[i].stem == reading.tokens[i].stem &&
                     again.tokens[i].negated == reading.tokens[i].negated,
                 "the cache changed a token");
  }
  return 0;
}
