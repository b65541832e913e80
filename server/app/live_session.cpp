#include "app/live_session.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/draw.hpp"
#include "wire/server_message.hpp"

namespace curveball::app {
namespace {

using interview::Event;

constexpr std::uint16_t close_replaced = 4000;
constexpr std::chrono::seconds timer_pause{1};

std::uint64_t hash_of(std::string_view id) { return draw({.seed = 0, .purpose = "id", .id = id}); }

}  // namespace

LiveSession::LiveSession(std::shared_ptr<PracticeRoom const> room, LiveStart start)
    : room_(std::move(room)),
      history_(std::make_shared<SessionHistory const>(start.id, start.candidate,
                                                      std::move(start.program))),
      script_hash_(std::move(start.script_hash)),
      session_(std::move(start.session)),
      clock_(session_.state.now),
      timer_(room_->loop) {}

void LiveSession::remember(Event const& event) {
  if (std::holds_alternative<interview::Answered>(event.input)) ++answers_;
  auto const id = input_id(event);
  if (!id.empty()) seen_.push_back({hash_of(id), event.seq});
}

void LiveSession::take_over(net::Peer peer, std::function<void()> on_replaced) {
  if (peer_) expel("opened on another connection");
  peer_ = std::move(peer);
  greeted_ = false;
  on_replaced_ = std::move(on_replaced);
  clock_.run();
}

void LiveSession::expel(std::string_view reason) {
  if (!peer_) return;
  peer_->close(static_cast<net::CloseCode>(close_replaced), reason);
  on_replaced_();
  detach();
}

void LiveSession::attach(net::Peer peer, std::uint32_t after, std::function<void()> on_replaced) {
  take_over(std::move(peer), std::move(on_replaced));
  enqueue(Resume{after});
}

void LiveSession::resume(std::uint32_t after) { enqueue(Resume{after}); }

void LiveSession::drained() {
  if (!next_page_) return;
  Resume page = *std::exchange(next_page_, std::nullopt);
  handle(page);
}

void LiveSession::attach_new(net::Peer peer, std::string first_frame,
                             std::function<void()> on_replaced) {
  take_over(std::move(peer), std::move(on_replaced));
  greeted_ = true;
  tell(std::move(first_frame));
  arm_timer();
}

void LiveSession::detach() {
  clock_.stop();
  timer_.cancel();
  peer_.reset();
  on_replaced_ = nullptr;
  if (std::exchange(next_page_, std::nullopt)) done();
}

void LiveSession::take(wire::ClientAnswer message) { enqueue(std::move(message)); }
void LiveSession::take(wire::ClientCommand message) { enqueue(std::move(message)); }

void LiveSession::enqueue(Request request) {
  if (waiting_.size() >= limits::waiting_messages) {
    if (std::holds_alternative<dialogue::Timer>(request)) return retry_timer();
    return refuse("try_again", "Too many messages of this session are waiting.", "");
  }
  waiting_.push_back(std::move(request));
  work();
}

void LiveSession::work() {
  if (busy_ || waiting_.empty()) return;
  busy_ = true;
  Request request = std::move(waiting_.front());
  waiting_.pop_front();
  try {
    std::visit([this](auto& held) { handle(held); }, request);
  } catch (...) {
    fail();
    throw;
  }
}

// A fault of ours: this connection ends, and the session can be resumed.
void LiveSession::fail() {
  busy_ = false;
  waiting_.clear();
  if (peer_) peer_->close(net::CloseCode::fault, "something went wrong inside this session");
}

void LiveSession::done() {
  busy_ = false;
  work();
}

void LiveSession::handle(wire::ClientAnswer& message) {
  if (auto const seq = seen(message.id)) return repeat(*seq, message.id, true);
  interview::Answered const said{message.id, std::move(message.text)};
  settle(interview::answer(history_->program(), session_, moment(), said, room_->words),
         message.id);
}

void LiveSession::handle(wire::ClientCommand& message) {
  if (auto const seq = seen(message.id)) return repeat(*seq, message.id, false);
  settle(interview::command(history_->program(), session_, moment(), {message.id, message.name}),
         message.id);
}

void LiveSession::handle(dialogue::Timer& timer) {
  auto turn = interview::timer(history_->program(), session_, moment(), timer);
  if (!turn) return done();  // An answer was faster.
  store(*std::move(turn), "");
}

void LiveSession::settle(Result<interview::Turn, dialogue::Refusal> turn, std::string_view id) {
  if (turn) return store(*std::move(turn), std::string(id));
  auto const words = wire::refusal_in_words(turn.error());
  tell(history_->refusal(words.code, words.message, id));
  done();
}

void LiveSession::store(interview::Turn turn, std::string id) {
  auto const& program = history_->program();
  auto const said = std::holds_alternative<interview::Answered>(turn.event.input);
  store::AppendEvents job;
  job.session = history_->id();
  job.events.push_back(event_row(program, turn.event));
  job.ending = ending_row(program, turn.next, turn.event.at, answers_ + (said ? 1U : 0U));
  job.done = [self = shared_from_this(), next = std::move(turn.next), id, said,
              frame = frame_of(turn.event)](auto const& result) mutable {
    if (!result) return self->not_stored(result.error(), id);
    if (said) ++self->answers_;
    self->stored(std::move(next), std::move(frame), id);
  };
  if (room_->archive.write(std::move(job))) return;
  not_stored({store::RefusalKind::failed, 0, "too much waits"}, id);
}

void LiveSession::stored(interview::Session next, std::string frame, std::string const& id) {
  session_ = std::move(next);
  if (!id.empty()) seen_.push_back({hash_of(id), session_.last_seq});
  tell(std::move(frame));
  if (peer_) arm_timer();
  done();
}

void LiveSession::not_stored(store::Refusal const& refusal, std::string const& id) {
  room_->log("event=not_stored session=" + id_text() + " what=\"" + refusal.message + "\"");
  if (id.empty()) {
    retry_timer();
  } else {
    tell(
        history_->refusal("try_again", "The answer could not be stored; nothing has changed.", id));
  }
  done();
}

void LiveSession::repeat(std::uint32_t seq, std::string id, bool was_answer) {
  auto& archive = room_->archive;
  auto const reply = [weak = weak_from_this(), &archive](std::string frame) {
    archive.post([weak, frame = std::move(frame)] {
      if (auto const self = weak.lock()) self->told(frame);
    });
  };
  auto const failed = [reply, history = history_, id] {
    reply(history->refusal("try_again", "The session could not be read.", id));
  };
  auto job = [reply, failed, history = history_, seq, id, was_answer](ReadingRoom& room) {
    auto const events = history->events(room.reader, seq, seq);
    if (events.empty()) return failed();
    bool const is_answer = std::holds_alternative<interview::Answered>(events[0].input);
    if (is_answer == was_answer) return reply(history->frame_of(events[0]));
    reply(history->refusal("id_taken", "This id names another input.", id));
  };
  if (!archive.read(std::move(job), failed)) failed();
}

void LiveSession::told(std::string frame) {
  tell(std::move(frame));
  done();
}

// Reading jobs hold the session weakly, so that it always ends on this thread.
void LiveSession::handle(Resume& resume) {
  auto& archive = room_->archive;
  auto const reply = [weak = weak_from_this(), &archive, resume](std::optional<HistoryPage> page) {
    archive.post([weak, resume, page = std::move(page)] {
      if (auto const self = weak.lock()) self->page_came(resume, page);
    });
  };
  auto job = [reply, history = history_, after = resume.after, last = session_.last_seq](
                 ReadingRoom& room) { reply(history->page(room.reader, after, last)); };
  auto const failed = [reply] { reply(std::nullopt); };
  if (!archive.read(std::move(job), failed)) failed();
}

void LiveSession::page_came(Resume const& resume, std::optional<HistoryPage> const& page) {
  if (page) return send_page(resume, *page);
  refuse("try_again", "The session could not be read.", "");
  done();
}

void LiveSession::send_page(Resume const& resume, HistoryPage const& page) {
  if (!peer_) return done();
  if (resume.first) send_resumed();
  for (auto const& frame : page.frames) peer_->send(frame);
  if (page.last_seq < session_.last_seq) {
    next_page_ = Resume{page.last_seq, false};
    return;
  }
  arm_timer();
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

// A connection that waits for its `resumed` reads what happens meanwhile in the history after it.
void LiveSession::tell(std::string frame) {
  if (peer_ && greeted_) peer_->send(std::move(frame));
}

void LiveSession::refuse(std::string_view code, std::string_view message, std::string_view id) {
  if (peer_) peer_->send(history_->refusal(code, message, id));
}

void LiveSession::arm_timer() {
  auto const prompt = dialogue::waiting_prompt(history_->program().script, session_.state);
  if (prompt.soft_ms == 0 && prompt.hard_ms == 0) return timer_.cancel();
  bool const soft = prompt.soft_ms != 0;
  auto const limit_ms = soft ? prompt.soft_ms : prompt.hard_ms + limits::hard_grace_ms;
  auto const wait_ms = prompt.asked_at.ms + limit_ms - clock_.now().ms;
  dialogue::Timer const due{prompt.number,
                            soft ? dialogue::TimerKind::soft : dialogue::TimerKind::hard};
  timer_.start(std::chrono::milliseconds(wait_ms), [weak = weak_from_this(), due] {
    if (auto const self = weak.lock()) self->enqueue(due);
  });
}

// A time limit that could not be recorded is tried again.
void LiveSession::retry_timer() {
  timer_.start(timer_pause, [weak = weak_from_this()] {
    auto const self = weak.lock();
    if (self && self->peer_) self->arm_timer();
  });
}

interview::Moment LiveSession::moment() const { return {wall_now(), clock_.now()}; }

std::optional<std::uint32_t> LiveSession::seen(std::string_view id) const {
  auto const hash = hash_of(id);
  auto const found = std::find_if(seen_.begin(), seen_.end(),
                                  [hash](Seen const& seen) { return seen.id_hash == hash; });
  return found == seen_.end() ? std::nullopt : std::optional(found->seq);
}

}  // namespace curveball::app
