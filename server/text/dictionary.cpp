#include "text/dictionary.hpp"

#include <span>

#include "base/embedded.hpp"

namespace curveball::text {

// Linked in by curveball_embed: one file, a word a line, in order of bytes.
std::span<EmbeddedFile const> embedded_dictionary();

bool is_dictionary_word(std::string_view folded) {
  std::string_view words = embedded_dictionary().front().bytes;
  while (!words.empty()) {
    std::size_t const middle = words.rfind('\n', words.size() / 2);
    std::size_t const begin = middle == std::string_view::npos ? 0 : middle + 1;
    std::size_t const end = words.find('\n', begin);
    std::string_view const word = words.substr(begin, end - begin);
    if (word == folded) return true;
    words = word < folded ? words.substr(end + 1) : words.substr(0, begin);
  }
  return false;
}

}  // namespace curveball::text
