// Rough word classes of English by lists and endings. Pure; any thread.
#pragma once

#include "text/reading.hpp"

namespace curveball::text {

struct WordClasses {
  bool past = false;          // A past tense of doing: asked, wrote, cut; not was, had, knew.
  bool ing = false;           // A form in -ing: building.
  bool number = false;        // 12, 40%, seven, a half
  bool measure = false;       // A number with its unit: 40%, $3M, 20ms
  bool adverb = false;        // then, also, quickly
  bool first_person = false;  // I, we, my, us ...
};

// The classes of one of the reading's tokens. A word may have several or none.
WordClasses classes_of(Reading const& reading, Token const& token);

}  // namespace curveball::text
