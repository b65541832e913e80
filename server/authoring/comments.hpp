// The comments of a JSON text, which its values do not hold.
// Thread: any; values.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace curveball::authoring {

struct Comment {
  std::size_t begin = 0;  // Bytes of the text: from its first slash
  std::size_t end = 0;    // to behind its last byte, the line end not included.
  bool to_line_end = false;
};

class Comments {
 public:
  // Of a text that scenario::read_json took without a syntax fault, which must outlive it.
  explicit Comments(std::string_view text);

  // Those that lie between the two bytes, in the order of the text.
  std::span<Comment const> between(std::size_t begin, std::size_t end) const;

 private:
  std::vector<Comment> comments_;
};

}  // namespace curveball::authoring
