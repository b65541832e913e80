// The messages that wait to be sent to one client, bounded. Private to net; owned by a connection.
// Thread: io.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "net/conversation.hpp"

namespace curveball::net {

// One text message, ours alone or shared with other connections.
using Frame = std::variant<std::string, SharedText>;

struct OutboxLimits {
  std::size_t frames = 0;
  std::size_t bytes = 0;
};

class Outbox {
 public:
  // Adds `frame`. False, and nothing is added, when waiting and sent-but-unfinished messages
  // together would be over `limits`.
  bool push(Frame frame, OutboxLimits limits);

  // True when a message waits.
  bool waiting() const { return next_ < frames_.size(); }

  // The next message to send. The view is good until finish(), whatever is pushed meanwhile.
  // A message waits and none is under way.
  std::string_view start();

  // The message under way has been written.
  void finish();

  // Forgets what waits; what is under way stays.
  void drop_waiting();

 private:
  std::vector<Frame> frames_;  // From next_ on they wait.
  std::size_t next_ = 0;
  Frame sending_;
  bool busy_ = false;      // sending_ is under way.
  std::size_t bytes_ = 0;  // Of all, the one under way too.
};

}  // namespace curveball::net
