// What a Peer points to. Private to net.
#pragma once

#include <string_view>

#include "net/conversation.hpp"
#include "net/outbox.hpp"

namespace curveball::net {

class PeerTarget {
 public:
  PeerTarget() = default;
  PeerTarget(PeerTarget const&) = delete;
  PeerTarget& operator=(PeerTarget const&) = delete;

  // As in Peer.
  virtual void send(Frame frame) = 0;
  virtual void close(CloseCode code, std::string_view reason) = 0;
  virtual bool open() const = 0;
  virtual bool drained() const = 0;

 protected:
  ~PeerTarget() = default;
};

}  // namespace curveball::net
