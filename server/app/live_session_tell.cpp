// What a live session tells: its history page by page, a recorded turn once more, a new one.
#include <utility>

#include "app/live_session.hpp"
#include "wire/server_message.hpp"

namespace curveball::app {

void LiveSession::resume(std::uint32_t after) { enqueue(Resume{after}); }

void LiveSession::drained() {
  if (!next_page_) return;
  Resume page = *std::exchange(next_page_, std::nullopt);
  handle(page);
}

void LiveSession::repeat(std::uint32_t seq, std::string const& id, std::size_t kind) {
  auto& archive = room_->archive;
  auto const reply = [weak = weak_from_this(), &archive](std::string frame) {
    archive.post([weak, frame = std::move(frame)] {
      if (auto const self = weak.lock()) self->repeated(frame);
    });
  };
  auto const failed = [reply, history = history_, id] {
    reply(history->refusal("try_again", "The session could not be read.", id));
  };
  auto job = [reply, failed, history = history_, seq, id, kind](ReadingRoom& room) {
    auto const events = history->events(room.reader, seq, seq);
    if (events.empty()) return failed();
    if (events[0].input.index() == kind) return reply(history->frame_of(events[0]));
    reply(history->refusal("id_taken", "This id names another input.", id));
  };
  if (!archive.read(std::move(job), failed)) failed();
}

void LiveSession::repeated(std::string const& frame) {
  reply(frame);
  done();
}

// A page leaves when all before it has left, so that it fits into the outbox. Reading jobs hold the
// session weakly, so that it always ends on this thread.
void LiveSession::handle(Resume& resume) {
  if (!asker_is_here()) return done();
  if (!peer_->drained()) {
    next_page_ = resume;
    return;
  }
  auto& archive = room_->archive;
  auto const answer = [weak = weak_from_this(), &archive, resume](std::optional<HistoryPage> page) {
    archive.post([weak, resume, page = std::move(page)] {
      if (auto const self = weak.lock()) self->page_came(resume, page);
    });
  };
  auto job = [answer, history = history_, after = resume.after, last = session_.last_seq](
                 ReadingRoom& room) { answer(history->page(room.reader, after, last)); };
  auto const failed = [answer] { answer(std::nullopt); };
  if (!archive.read(std::move(job), failed)) failed();
}

void LiveSession::page_came(Resume const& resume, std::optional<HistoryPage> const& page) {
  if (!asker_is_here()) return done();
  if (!page) return cannot_tell();
  if (resume.first) send_resumed();
  for (auto const& frame : page->frames) peer_->send(frame);
  if (page->last_seq < session_.last_seq) {
    Resume next{page->last_seq, false};
    return handle(next);
  }
  arm_timer();
  done();
}

// Without its history a connection would be attached and hear nothing.
void LiveSession::cannot_tell() {
  room_->log("event=history_unreadable session=" + id_text());
  peer_->send(
      history_->refusal("try_again", "The session could not be read: resume it again.", ""));
  on_gone_();
  room_->on_left(*this);
  done();
}

void LiveSession::send_resumed() {
  auto const& state = session_.state;
  peer_->send(
      wire::encode_resumed(history_->program(), {.session = id_text(),
                                                 .script_hash = script_hash_,
                                                 .last_seq = session_.last_seq,
                                                 .elapsed = clock_.now(),
                                                 .time_scale_pm = state.time_scale_pm,
                                                 .over = state.phase == dialogue::Phase::over}));
  greeted_ = true;
}

// For the one who asked, unless another connection has taken over since.
void LiveSession::reply(std::string frame) {
  if (asker_is_here()) tell(std::move(frame));
}

// For whoever is there. A connection that waits for its `resumed` reads what happens meanwhile in
// the history after it.
void LiveSession::tell(std::string frame) {
  if (peer_ && greeted_) peer_->send(std::move(frame));
}

}  // namespace curveball::app
