// One WebSocket of the protocol: frames in, the live session's frames out.
// Owned by its connection. Thread: io.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "app/practice.hpp"
#include "net/conversation.hpp"
#include "wire/client_message.hpp"

namespace curveball::app {

class PracticeConversation final : public net::Conversation {
 public:
  // `token_hash` names the candidate; the row is made when the first interview starts.
  PracticeConversation(Practice& practice, Archive& archive, store::Hash token_hash,
                       net::Peer peer);

  void on_text(std::string_view text) override;
  void on_drained() override;
  void on_closed() override;

 private:
  // Outlives the connection while an admission is on its way.
  struct Seat {
    std::shared_ptr<LiveSession> session;
    bool waiting = false;  // A start or resume is on its way.
    bool gone = false;     // The connection is closed.
  };

  void handle(wire::ClientStart const& message);
  void handle(wire::ClientResume const& message);
  void handle(wire::ClientAnswer message);
  void handle(wire::ClientCommand message);
  bool may_move(std::string_view id);
  bool attached_to(std::string_view session) const;
  void leave();
  void refuse(std::string_view code, std::string_view message, std::string_view id);
  Visitor visitor(std::string id);
  void resume_stored(wire::ClientResume const& message);

  Practice& practice_;
  Archive& archive_;
  store::Hash token_hash_;
  net::Peer peer_;
  std::shared_ptr<Seat> seat_ = std::make_shared<Seat>();
};

}  // namespace curveball::app
