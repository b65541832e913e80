// What in the answers gave no evidence, in words, for the report and the replay.
// Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interview/event.hpp"

namespace curveball::interview {

// `seq` is the event whose answer holds the span.
struct MaskedWords {
  std::uint32_t seq = 0;
  MaskedSpan masked;
};

// A sentence about one whole answer.
struct AnswerNote {
  std::uint32_t seq = 0;
  std::string text;
};

// In the order of the answers, and in each by place. Without what was copied from a sample: it
// counts, and has a note.
std::vector<MaskedWords> masked_words(std::span<Event const> events);

// What to do about answers that read as a list, as a recital or as a sample, at most one of each an
// answer.
std::vector<AnswerNote> masked_notes(std::span<Event const> events);

// Why words with this reason do not count, as one sentence; empty for none and sample.
std::string_view mask_in_words(text::MaskReason reason);

}  // namespace curveball::interview
