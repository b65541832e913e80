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

// Which of the inputs of an event T is.
template <class T>
std::size_t kind_of() {
  return interview::Input(T{}).index();
}

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

void LiveSession::take_over(net::Peer peer, std::function<void()> on_gone) {
  expel("opened on another connection");
  peer_ = std::move(peer);
  ++attachment_;
  greeted_ = false;
  on_gone_ = std::move(on_gone);
  std::erase_if(waiting_, [](Request const& request) {
    return std::holds_alternative<Resume>(request.input);
  });
  clock_.run();
}

void LiveSession::expel(std::string_view reason) {
  close(static_cast<net::CloseCode>(close_replaced), reason);
}

void LiveSession::close(net::CloseCode code, std::string_view reason) {
  if (!peer_) return;
  peer_->close(code, reason);
  on_gone_();
  detach();
}

void LiveSession::attach(net::Peer peer, std::uint32_t after, std::function<void()> on_gone) {
  take_over(std::move(peer), std::move(on_gone));
  push(Resume{after});  // However many wait: a connection without its history would hear nothing.
}

void LiveSession::attach_new(net::Peer peer, std::string first_frame,
                             std::function<void()> on_gone) {
  take_over(std::move(peer), std::move(on_gone));
  greeted_ = true;
  tell(std::move(first_frame));
  arm_timer();
}

void LiveSession::detach() {
  clock_.stop();
  timer_.cancel();
  peer_.reset();
  on_gone_ = nullptr;
  if (std::exchange(next_page_, std::nullopt)) done();
}

void LiveSession::take(wire::ClientAnswer message) { enqueue(std::move(message)); }
void LiveSession::take(wire::ClientCommand message) { enqueue(std::move(message)); }

void LiveSession::enqueue(Input input) {
  if (waiting_.size() >= limits::waiting_messages) return turn_away(input);
  push(std::move(input));
}

void LiveSession::push(Input input) {
  bool const asks = std::holds_alternative<Resume>(input);
  waiting_.push_back({std::move(input), attachment_, asks ? nullptr : room_->work.piece()});
  work();
}

void LiveSession::turn_away(Input const& input) {
  if (std::holds_alternative<dialogue::Timer>(input)) return retry_timer();
  std::string_view id;
  if (auto const* said = std::get_if<wire::ClientAnswer>(&input)) id = said->id;
  if (auto const* asked = std::get_if<wire::ClientCommand>(&input)) id = asked->id;
  peer_->send(history_->refusal("try_again", "Too many messages of this session are waiting.", id));
}

void LiveSession::work() {
  if (busy_ || waiting_.empty()) return;
  busy_ = true;
  Request request = std::move(waiting_.front());
  waiting_.pop_front();
  asked_in_ = request.attachment;
  piece_ = std::move(request.piece);
  try {
    std::visit([this](auto& held) { handle(held); }, request.input);
  } catch (...) {
    fail();
    throw;
  }
}

// A fault of ours: this connection ends, and the session can be resumed.
void LiveSession::fail() {
  busy_ = false;
  piece_.reset();
  waiting_.clear();
  if (peer_) peer_->close(net::CloseCode::fault, "something went wrong inside this session");
}

void LiveSession::done() {
  busy_ = false;
  piece_.reset();
  work();
}

void LiveSession::handle(wire::ClientAnswer& message) {
  if (auto const seq = seen(message.id))
    return repeat(*seq, message.id, kind_of<interview::Answered>());
  interview::Answered const said{message.id, std::move(message.text)};
  settle(interview::answer(history_->program(), session_, moment(), said, room_->words),
         message.id);
}

void LiveSession::handle(wire::ClientCommand& message) {
  if (auto const seq = seen(message.id))
    return repeat(*seq, message.id, kind_of<interview::Commanded>());
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
  reply(history_->refusal(words.code, words.message, id));
  done();
}

void LiveSession::store(interview::Turn turn, std::string const& id) {
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
  if (refusal.kind != store::RefusalKind::failed) return outdated(refusal.kind, id);
  if (id.empty()) {
    retry_timer();
  } else {
    reply(
        history_->refusal("try_again", "The answer could not be stored; nothing has changed.", id));
  }
  done();
}

// The session was deleted meanwhile, or is used by another program as well: nothing of it could be
// stored ever again. Whoever resumes it gets what is stored.
void LiveSession::outdated(store::RefusalKind kind, std::string const& id) {
  waiting_.clear();
  if (kind == store::RefusalKind::unknown_session) {
    reply(history_->refusal("unknown_session", "The session was deleted.", id));
    expel("the session was deleted");
  } else {
    close(net::CloseCode::fault, "the session went on elsewhere: resume it");
  }
  room_->on_outdated(*this);
  done();
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
