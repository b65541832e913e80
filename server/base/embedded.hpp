// Files linked into the program by curveball_embed (cmake/EmbedFiles.cmake).
#pragma once

#include <string_view>

namespace curveball {

// One embedded file. All views live as long as the program.
struct EmbeddedFile {
  std::string_view path;    // Below the embedded folder, with '/', e.g. "tpm/slip.json".
  std::string_view bytes;   // The content, unchanged.
  std::string_view sha256;  // Of the content, 64 hexadecimal digits.
};

}  // namespace curveball
