// Whether a stored session is whole: `curveball replay --verify`.
//
// Seen are: a script that is not the one which the session pinned (DataReader::load); a changed,
// missing or moved event; an outcome that the engine does not give again; a row for lists (kind and
// id of an input, level, start, end, ending, verdict, number of answers) that the events do not
// give; events cut off at the end of a session that is over.
// Not seen are: events cut off at the end of an open session, as nothing stored counts them; a
// session that was deleted whole; a history that was written anew with all its hashes, as the chain
// holds no secret.
// Thread: any; a WordCache belongs to one thread.
#pragma once

#include <cstdint>
#include <string>

#include "app/stored_session.hpp"
#include "base/result.hpp"
#include "text/word_cache.hpp"

namespace curveball::app {

// How a session without a fault was checked.
enum class Depth : std::uint8_t {
  recomputed,  // Every event and the verdict were computed again.
  chain_only,  // Another engine revision wrote it: only what does not depend on the engine.
};

// The error names the first fault.
Result<Depth, std::string> verify(StoredSession const& session, text::WordCache& words);

}  // namespace curveball::app
