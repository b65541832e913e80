// Where the chains of the sessions in use end, so that an answer needs no look-up before its
// insert.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/limits.hpp"
#include "store/identity.hpp"

namespace curveball::store {

// The end of one session's chain.
struct ChainEnd {
  std::int64_t session = 0;  // The session's row.
  std::uint32_t last_seq = 0;
  bool over = false;
  Hash hash{};
};

// Thread: one. Starts over when it is full: a miss costs two look-ups, not a wrong answer.
class ChainCache {
 public:
  explicit ChainCache(std::size_t capacity = limits::cached_chains) : capacity_(capacity) {}

  std::optional<ChainEnd> find(SessionId const& session) const {
    auto const found = ends_.find(session);
    if (found == ends_.end()) return std::nullopt;
    return found->second;
  }
  void put(SessionId const& session, ChainEnd const& end) {
    if (ends_.size() >= capacity_ && !ends_.contains(session)) ends_.clear();
    ends_.insert_or_assign(session, end);
  }
  void clear() { ends_.clear(); }
  std::size_t size() const { return ends_.size(); }

 private:
  std::size_t capacity_;
  std::unordered_map<SessionId, ChainEnd, SessionIdHash> ends_;
};

}  // namespace curveball::store
