// Is a text valid UTF-8 (Unicode 15, table 3-7)? Checked here as well, because Beast lets an
// incomplete last character through when the last fragment of a message is empty. Thread: any.
#pragma once

#include <string_view>

namespace curveball::net {

// True when `text` is a sequence of whole characters: no overlong form, surrogate or value over
// U+10FFFF, and nothing cut off at the end.
bool valid_utf8(std::string_view text);

}  // namespace curveball::net
