#include "app/practice.hpp"

#include <cassert>
#include <optional>
#include <utility>
#include <vector>

#include "store/hash.hpp"
#include "wire/rest.hpp"
#include "wire/server_message.hpp"

namespace curveball::app {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::seconds sweep_pause{30};

Admission refused(std::string_view code, std::string_view message) {
  return {nullptr, code, message};
}

Admission full() {
  return refused("too_many_sessions",
                 "The server holds as many sessions as it may; come back later.");
}

Admission going_away() { return refused("try_again", "The server is shutting down."); }

Admission busy() { return refused("try_again", "The server is busy; nothing has happened."); }

store::CreateSession creation(LiveStart const& live, LibraryEntry const& entry,
                              interview::Turn const& turn) {
  store::CreateSession job;
  job.id = live.id;
  job.candidate = live.candidate;
  job.script = entry.hash;
  job.level = wire::grade_name(entry.rubric.grade);
  job.engine_revision = interview::engine_revision;
  job.seed = turn.next.state.seed;
  job.started_at = turn.event.at;
  job.events.push_back(event_row(*live.program, turn.event));
  job.once = true;
  return job;
}

}  // namespace

Practice::Practice(PracticeRoom room, std::shared_ptr<Library const> library, PracticeLimits limits)
    : room_(std::make_shared<PracticeRoom>(std::move(room))),
      library_(std::move(library)),
      limits_(limits),
      sweep_(room_->loop),
      patience_(room_->loop) {
  room_->on_left = [this](LiveSession& session) { leave(session.shared_from_this()); };
  room_->on_outdated = [this](LiveSession& session) {
    std::erase_if(live_, [&](auto const& held) { return held.second.session.get() == &session; });
  };
}

Practice::~Practice() { room_->work.call_off(); }

void Practice::start(store::CandidateId candidate, wire::ClientStart const& message,
                     Visitor visitor) {
  if (stopping()) {
    visitor.on_admission(going_away());
    return;
  }
  auto const* entry = library_->find(message.scenario);
  if (entry == nullptr) {
    visitor.on_admission(refused("unknown_scenario", "There is no such interview."));
    return;
  }
  if (!has_room()) return start_again(candidate, message.id, std::move(visitor));
  begin(*entry, candidate, message, std::move(visitor));
}

void Practice::begin(LibraryEntry const& entry, store::CandidateId candidate,
                     wire::ClientStart const& message, Visitor visitor) {
  auto const program = entry.script->get();
  auto const now = wall_now();
  dialogue::Begin const begin{message.seed.value_or(store::make_seed()), message.time_scale_pm, {}};
  auto turn =
      interview::start(*program, interview::fresh_session(*program), {now, {}}, begin, message.id);
  assert(turn && "a fresh session can start");
  LiveStart live{store::make_session_id(now), candidate, program, entry.hash_hex, turn->next};
  auto job = creation(live, entry, *turn);
  auto const shared = std::make_shared<Visitor>(std::move(visitor));
  job.done = [this, live = std::move(live), event = std::move(turn->event), candidate, shared,
              piece = room_->work.piece()](auto const& result) {
    --starting_;
    if (result) return started(live, event, *shared);
    auto const& first = result.error().session;
    if (first) return resume(candidate, *first, 0, std::move(*shared));
    shared->on_admission(busy());
  };
  if (!room_->archive.write(std::move(job))) {
    shared->on_admission(busy());
    return;
  }
  ++starting_;
}

// There is no room for another session, but this start may be one that was stored before, and whose
// answer never came: then it goes on.
void Practice::start_again(store::CandidateId candidate, std::string const& start_id,
                           Visitor visitor) {
  auto const shared = std::make_shared<Visitor>(std::move(visitor));
  store::FindStart job{candidate, start_id, {}};
  job.done = [this, candidate, shared, piece = room_->work.piece()](auto const& result) {
    if (!result) {
      shared->on_admission(busy());
    } else if (auto const& first = *result) {
      resume(candidate, *first, 0, std::move(*shared));
    } else {
      shared->on_admission(full());
    }
  };
  if (!room_->archive.write(std::move(job))) shared->on_admission(busy());
}

void Practice::started(LiveStart start, interview::Event const& event, Visitor& visitor) {
  if (state_ == State::over) return;
  auto const session = std::make_shared<LiveSession>(room_, std::move(start));
  session->remember(event);
  live_[session->id_text()] = {session, {}};
  if (!admit(session, visitor)) return;
  session->attach_new(std::move(visitor.peer), session->frame_of(event),
                      std::move(visitor.on_gone));
}

// Whether the visitor takes the session; one that nobody takes is as good as left.
bool Practice::admit(std::shared_ptr<LiveSession> const& session, Visitor& visitor) {
  if (visitor.on_admission({session, {}, {}})) return true;
  if (!session->attached()) leave(session);
  return false;
}

void Practice::resume(store::CandidateId candidate, store::SessionId const& id, std::uint32_t after,
                      Visitor visitor) {
  auto const found = live_.find(id.text());
  if (found == live_.end() || found->second.session->candidate() != candidate) {
    return load(candidate, id, after, std::move(visitor));
  }
  auto const session = found->second.session;
  if (!admit(session, visitor)) return;
  session->attach(std::move(visitor.peer), after, std::move(visitor.on_gone));
}

// The reading job touches the archive only: it may run when this is gone.
void Practice::load(store::CandidateId candidate, store::SessionId const& id, std::uint32_t after,
                    Visitor visitor) {
  auto& archive = room_->archive;
  auto const shared = std::make_shared<Visitor>(std::move(visitor));
  auto const answer = [&archive, shared](Admission const& admission) {
    archive.post([shared, admission] { shared->on_admission(admission); });
  };
  auto const failed = [answer] { answer(busy()); };
  auto job = [this, &archive, shared, answer, candidate, id, after](ReadingRoom& room) {
    auto stored = load_session(room.reader, room.programs, store::Viewer::candidate(candidate), id);
    if (!stored && stored.error().fault == LoadFault::unknown) {
      return answer(refused("unknown_session", "There is no such session."));
    }
    if (!stored) return answer(refused("try_again", "The stored session cannot be read."));
    archive.post([this, shared, after, stored = *std::move(stored)]() mutable {
      loaded(std::move(stored), after, *shared);
    });
  };
  if (!archive.read(std::move(job), failed)) failed();
}

void Practice::loaded(StoredSession stored, std::uint32_t after, Visitor& visitor) {
  if (stopping()) {
    visitor.on_admission(going_away());
    return;
  }
  bool const known = live_.contains(stored.row.id.text());
  if (!known && !has_room()) {
    visitor.on_admission(full());
    return;
  }
  auto& held = live_[stored.row.id.text()];
  if (!held.session) {
    LiveStart live{stored.row.id, stored.row.candidate, stored.program,
                   store::to_hex(stored.row.script),
                   interview::fold(*stored.program, stored.events)};
    held.session = std::make_shared<LiveSession>(room_, std::move(live));
    for (auto const& event : stored.events) held.session->remember(event);
  }
  auto const session = held.session;
  if (!admit(session, visitor)) return;
  session->attach(std::move(visitor.peer), after, std::move(visitor.on_gone));
}

void Practice::leave(std::shared_ptr<LiveSession> const& session) {
  session->detach();
  auto const found = live_.find(session->id_text());
  if (found == live_.end()) return;
  found->second.left_at = Steady::now();
  arm_sweep();
}

void Practice::forget(store::CandidateId candidate, std::optional<store::SessionId> const& id) {
  std::erase_if(live_, [&](auto const& entry) {
    LiveSession& session = *entry.second.session;
    bool const meant = session.candidate() == candidate && (!id || id->text() == entry.first);
    if (meant) session.expel("the session was deleted");
    return meant;
  });
}

void Practice::drain(std::function<void()> done) {
  state_ = State::draining;
  on_drained_ = std::move(done);
  patience_.start(limits_.drain, [this] { drained(); });
  room_->work.when_done([this] { room_->loop.post([this] { drained(); }); });
}

// After the last answer or the limit, whichever comes first.
void Practice::drained() {
  room_->work.call_off();
  patience_.cancel();
  if (auto const done = std::exchange(on_drained_, nullptr)) done();
}

void Practice::shut_down() {
  state_ = State::over;
  sweep_.cancel();
  for (auto const& [id, held] : live_) held.session->detach();
  live_.clear();
}

void Practice::arm_sweep() {
  if (sweeping_ || stopping()) return;
  sweeping_ = true;
  sweep_.start(sweep_pause, [this] { sweep(Steady::now()); });
}

void Practice::sweep(Steady::time_point now) {
  sweeping_ = false;
  bool left_over = false;
  std::erase_if(live_, [&](auto const& entry) {
    if (entry.second.session->attached()) return false;
    bool const old = now - entry.second.left_at >= limits_.detached;
    left_over = left_over || !old;
    return old;
  });
  if (left_over) arm_sweep();
}

}  // namespace curveball::app
