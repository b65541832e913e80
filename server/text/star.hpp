// Which part of a story each sentence of an answer tells: situation, task, action or result.
// Weighted cues of each sentence, a prior by its place, and the order in which stories are told
// are put together to the best sequence (Viterbi 1967), in integers only. Deterministic; measured
// on tests/corpus/star.jsonl. Not part of hearing an answer: call it for a report.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/span.hpp"
#include "text/reading.hpp"

namespace curveball::text {

enum class StarPart : std::uint8_t { situation, task, action, result };

// One part for each sentence of the reading, in order. Empty for a reading without sentences.
std::vector<StarPart> star_parts(Reading const& reading);

// The part that most tokens within `span` (bytes of the text) belong to, of equals the first named;
// nothing when no token begins in it. `parts` must be star_parts(reading).
std::optional<StarPart> star_part_within(Reading const& reading, std::span<StarPart const> parts,
                                         ByteSpan span);

}  // namespace curveball::text
