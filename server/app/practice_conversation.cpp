#include "app/practice_conversation.hpp"

#include <utility>
#include <variant>

#include "wire/server_message.hpp"

namespace curveball::app {

PracticeConversation::PracticeConversation(Practice& practice, Archive& archive,
                                           store::Hash token_hash, net::Peer peer)
    : practice_(practice), archive_(archive), token_hash_(token_hash), peer_(std::move(peer)) {}

void PracticeConversation::on_text(std::string_view text) {
  auto message = wire::decode_client_message(text);
  if (!message) {
    auto const& fault = message.error();
    return refuse(fault.code, fault.message, fault.id);
  }
  if (practice_.stopping()) {
    return refuse("try_again", "The server is shutting down.", wire::id_of(*message));
  }
  std::visit([this](auto& held) { handle(std::move(held)); }, *message);
}

void PracticeConversation::on_drained() {
  if (auto const session = seat_->session) session->drained();
}

void PracticeConversation::on_closed() {
  leave();
  seat_->gone = true;
}

void PracticeConversation::handle(wire::ClientStart const& message) {
  if (!may_move(message.id)) return;
  auto const shared = std::make_shared<Visitor>(visitor(message.id));
  store::CreateCandidate job{token_hash_, wall_now(), {}};
  job.done = [&practice = practice_, shared, message](auto const& result) {
    if (result) return practice.start(*result, message, std::move(*shared));
    shared->on_admission({nullptr, "try_again", "The server could not store the start."});
  };
  if (!archive_.write(std::move(job))) {
    shared->on_admission({nullptr, "try_again", "The server has too much to store."});
  }
}

void PracticeConversation::handle(wire::ClientResume const& message) {
  if (attached_to(message.session)) return seat_->session->resume(message.after);
  if (may_move("")) resume_stored(message);
}

void PracticeConversation::resume_stored(wire::ClientResume const& message) {
  auto const shared = std::make_shared<Visitor>(visitor(""));
  auto const refuse_later = [&archive = archive_, shared](std::string_view code,
                                                          std::string_view text) {
    archive.post([shared, code, text] { shared->on_admission({nullptr, code, text}); });
  };
  auto const id = store::SessionId::parse(message.session);
  if (!id) return refuse_later("unknown_session", "There is no such session.");
  auto const failed = [refuse_later] {
    refuse_later("try_again", "The session could not be read.");
  };
  auto job = [&archive = archive_, &practice = practice_, hash = token_hash_, shared, refuse_later,
              id = *id, after = message.after](ReadingRoom& room) {
    auto const candidate = room.reader.candidate(hash);
    if (!candidate) return refuse_later("unknown_session", "There is no such session.");
    archive.post([&practice, shared, candidate = *candidate, id, after] {
      practice.resume(candidate, id, after, std::move(*shared));
    });
  };
  if (!archive_.read(std::move(job), failed)) failed();
}

void PracticeConversation::handle(wire::ClientAnswer message) {
  if (attached_to(message.session)) return seat_->session->take(std::move(message));
  refuse("not_attached", "This connection is not attached to that session: resume it first.",
         message.id);
}

void PracticeConversation::handle(wire::ClientCommand message) {
  if (attached_to(message.session)) return seat_->session->take(std::move(message));
  refuse("not_attached", "This connection is not attached to that session: resume it first.",
         message.id);
}

// Whether the connection may go to another session; says so when not.
bool PracticeConversation::may_move(std::string_view id) {
  if (!seat_->waiting) return true;
  refuse("try_again", "A start or resume of this connection is still under way.", id);
  return false;
}

bool PracticeConversation::attached_to(std::string_view session) const {
  return seat_->session && seat_->session->id_text() == session;
}

void PracticeConversation::leave() {
  if (auto const session = std::exchange(seat_->session, nullptr)) practice_.leave(session);
}

void PracticeConversation::refuse(std::string_view code, std::string_view message,
                                  std::string_view id) {
  peer_.send(wire::encode_refused({.session = {}, .code = code, .message = message, .id = id}));
}

Visitor PracticeConversation::visitor(std::string id) {
  seat_->waiting = true;
  Visitor visitor;
  visitor.peer = peer_;
  visitor.on_gone = [seat = seat_] { seat->session = nullptr; };
  visitor.on_admission = [&practice = practice_, seat = seat_, peer = peer_,
                          id = std::move(id)](Admission const& admission) {
    seat->waiting = false;
    if (seat->gone) return false;
    if (!admission.session) {
      peer.send(wire::encode_refused(
          {.session = {}, .code = admission.code, .message = admission.message, .id = id}));
      return true;
    }
    if (seat->session) practice.leave(seat->session);
    seat->session = admission.session;
    return true;
  };
  return visitor;
}

}  // namespace curveball::app
