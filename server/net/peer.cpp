#include <utility>

#include "net/conversation.hpp"
#include "net/peer_target.hpp"

namespace curveball::net {

void Peer::send(std::string text) const {
  if (auto const target = target_.lock()) target->send(std::move(text));
}

void Peer::send(SharedText text) const {
  if (auto const target = target_.lock()) target->send(std::move(text));
}

void Peer::close(CloseCode code, std::string_view reason) const {
  if (auto const target = target_.lock()) target->close(code, reason);
}

bool Peer::open() const {
  auto const target = target_.lock();
  return target && target->open();
}

bool Peer::drained() const {
  auto const target = target_.lock();
  return !target || target->drained();
}

}  // namespace curveball::net
