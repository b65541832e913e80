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

LiveSession::LiveSession(PracticeRoom& room, LiveStart start)
    : room_(room),
      start_(std::move(start)),
      id_text_(start_.id.text()),
      clock_(start_.session.state.now),
      timer_(room.loop) {}

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

std::string LiveSession::frame_of(Event const& event) const {
  return wire::encode_turn(*start_.program, id_text_, event);
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
  settle(interview::answer(*start_.program, start_.session, moment(), said, room_.words),
         message.id);
}

void LiveSession::handle(wire::ClientCommand& message) {
  if (auto const seq = seen(message.id)) return repeat(*seq, message.id, false);
  settle(interview::command(*start_.program, start_.session, moment(), {message.id, message.name}),
         message.id);
}

void LiveSession::handle(dialogue::Timer& timer) {
  auto turn = interview::timer(*start_.program, start_.session, moment(), timer);
  if (!turn) return done();  // An answer was faster.
  store(*std::move(turn), "");
}

void LiveSession::settle(Result<interview::Turn, dialogue::Refusal> turn, std::string_view id) {
  if (turn) return store(*std::move(turn), std::string(id));
  auto const words = wire::refusal_in_words(turn.error());
  tell(refusal_frame(words.code, words.message, id));
  done();
}

void LiveSession::store(interview::Turn turn, std::string const& id) {
  auto const& program = *start_.program;
  auto const said = std::holds_alternative<interview::Answered>(turn.event.input);
  store::AppendEvents job;
  job.session = start_.id;
  job.events.push_back(event_row(program, turn.event));
  job.ending = ending_row(program, turn.next, turn.event.at, answers_ + (said ? 1U : 0U));
  job.done = [self = shared_from_this(), next = std::move(turn.next), id, said,
              frame = frame_of(turn.event)](auto const& result) mutable {
    if (!result) return self->not_stored(result.error(), id);
    if (said) ++self->answers_;
    self->stored(std::move(next), std::move(frame), id);
  };
  if (room_.archive.write(std::move(job))) return;
  not_stored({store::RefusalKind::failed, 0, "too much waits"}, id);
}

void LiveSession::stored(interview::Session next, std::string frame, std::string const& id) {
  start_.session = std::move(next);
  if (!id.empty()) seen_.push_back({hash_of(id), start_.session.last_seq});
  tell(std::move(frame));
  if (peer_) arm_timer();
  done();
}

void LiveSession::not_stored(store::Refusal const& refusal, std::string const& id) {
  room_.log("event=not_stored session=" + id_text_ + " what=\"" + refusal.message + "\"");
  if (id.empty()) {
    retry_timer();
  } else {
    tell(refusal_frame("try_again", "The answer could not be stored; nothing has changed.", id));
  }
  done();
}

void LiveSession::repeat(std::uint32_t seq, std::string const& id, bool was_answer) {
  auto const self = shared_from_this();
  auto const reply = [self](std::function<void()> say) {
    self->room_.archive.post([self, say = std::move(say)] {
      say();
      self->done();
    });
  };
  auto const failed = [self, reply, id] {
    reply([self, id] {
      self->tell(self->refusal_frame("try_again", "The session could not be read.", id));
    });
  };
  auto job = [self, reply, failed, seq, id, was_answer](ReadingRoom& room) {
    auto const events = self->read_events(room, seq, seq);
    if (events.empty()) return failed();
    bool const is_answer = std::holds_alternative<interview::Answered>(events[0].input);
    if (is_answer != was_answer) {
      return reply([self, id] {
        self->tell(self->refusal_frame("id_taken", "This id names another input.", id));
      });
    }
    auto frame = self->frame_of(events[0]);
    reply([self, frame = std::move(frame)] { self->tell(frame); });
  };
  if (!room_.archive.read(std::move(job), failed)) failed();
}

std::vector<Event> LiveSession::read_events(ReadingRoom& room, std::uint32_t first,
                                            std::uint32_t last) const {
  std::vector<Event> events;
  auto const viewer = store::Viewer::candidate(start_.candidate);
  for (auto const& stored : room.reader.events(viewer, start_.id, first, last)) {
    auto event = event_of(*start_.program, stored);
    if (!event) return {};
    events.push_back(*std::move(event));
  }
  return events;
}

// As many events after `after`, up to `last`, as an outbox takes at once; nothing when they cannot
// be read.
std::optional<LiveSession::Page> LiveSession::read_page(ReadingRoom& room, std::uint32_t after,
                                                        std::uint32_t last) const {
  Page page{{}, after};
  if (after >= last) return page;
  auto const events = read_events(room, after + 1, std::min(last, after + limits::history_page));
  if (events.empty()) return std::nullopt;
  std::size_t bytes = 0;
  for (auto const& event : events) {
    auto frame = frame_of(event);
    bytes += frame.size();
    if (!page.frames.empty() && bytes > limits::outbox_bytes / 2) break;
    page.frames.push_back(std::move(frame));
    page.last_seq = event.seq;
  }
  return page;
}

void LiveSession::handle(Resume& resume) {
  auto const self = shared_from_this();
  auto const last = start_.session.last_seq;
  auto const failed = [self] {
    self->room_.archive.post([self] {
      self->refuse("try_again", "The session could not be read.", "");
      self->done();
    });
  };
  auto job = [self, resume, last, failed](ReadingRoom& room) {
    auto page = self->read_page(room, resume.after, last);
    if (!page) return failed();
    self->room_.archive.post(
        [self, resume, page = *std::move(page)] { self->send_page(resume, page); });
  };
  if (!room_.archive.read(std::move(job), failed)) failed();
}

void LiveSession::send_page(Resume const& resume, Page const& page) {
  if (!peer_) return done();
  if (resume.first) send_resumed();
  for (auto const& frame : page.frames) peer_->send(frame);
  if (page.last_seq < start_.session.last_seq) {
    next_page_ = Resume{page.last_seq, false};
    return;
  }
  arm_timer();
  done();
}

void LiveSession::send_resumed() {
  auto const& state = start_.session.state;
  peer_->send(
      wire::encode_resumed(*start_.program, {.session = id_text_,
                                             .script_hash = start_.script_hash,
                                             .last_seq = start_.session.last_seq,
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
  if (peer_) peer_->send(refusal_frame(code, message, id));
}

std::string LiveSession::refusal_frame(std::string_view code, std::string_view message,
                                       std::string_view id) const {
  return wire::encode_refused({.session = id_text_, .code = code, .message = message, .id = id});
}

void LiveSession::arm_timer() {
  auto const prompt = dialogue::waiting_prompt(start_.program->script, start_.session.state);
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
