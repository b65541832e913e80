// All sessions that are being practised: starts them, brings stored ones back, lets go of old ones.
// Owned by the program's main function; outlived by the event loop and the archive, and destroyed
// when the loop runs no more. Thread: io.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/library.hpp"
#include "app/live_session.hpp"
#include "app/stored_session.hpp"
#include "base/limits.hpp"

namespace curveball::app {

struct PracticeLimits {
  std::size_t sessions = limits::live_sessions;
  std::chrono::milliseconds detached{limits::detached_ms};
  std::chrono::milliseconds drain{limits::drain_ms};
};

// The answer to a start or a resume: the session, now attached, or why not (a code and a sentence).
struct Admission {
  std::shared_ptr<LiveSession> session;
  std::string_view code;
  std::string_view message;
};

// Who asks, and how to reach them.
struct Visitor {
  net::Peer peer;
  std::function<void()> on_gone;  // The session let go of the connection, see LiveSession.
  // Called once, later. False when the visitor has gone meanwhile.
  std::function<bool(Admission const&)> on_admission;
};

class Practice {
 public:
  Practice(PracticeRoom room, std::shared_ptr<Library const> library, PracticeLimits limits);
  ~Practice();
  Practice(Practice const&) = delete;
  Practice& operator=(Practice const&) = delete;

  // Starts a session of `candidate`; the first frame goes to the visitor after its commit. A start
  // sent again attaches the visitor to the session of the first time, as resume() does, also when
  // there is no room for another.
  void start(store::CandidateId candidate, wire::ClientStart const& message, Visitor visitor);

  // Attaches the visitor to a session of `candidate`, from memory or from the store.
  void resume(store::CandidateId candidate, store::SessionId const& id, std::uint32_t after,
              Visitor visitor);

  // The session has no connection any more.
  void leave(std::shared_ptr<LiveSession> const& session);

  // Forgets the sessions of `candidate` that match (all when `id` is absent) and closes their
  // connections: they were deleted.
  void forget(store::CandidateId candidate, std::optional<store::SessionId> const& id);

  // Lets go of the sessions that nobody was attached to for PracticeLimits::detached at `now`.
  // Called from time to time while there may be some.
  void sweep(std::chrono::steady_clock::time_point now);

  // Takes nothing new from now on. Calls `done` once: when all that was taken is stored and told,
  // or after PracticeLimits::drain. May be called once.
  void drain(std::function<void()> done);

  // Whether drain() or shut_down() was called.
  bool stopping() const { return state_ != State::open; }

  // Lets go of everything, so that the event loop can end.
  void shut_down();

 private:
  enum class State : std::uint8_t { open, draining, over };
  struct Held {
    std::shared_ptr<LiveSession> session;
    std::chrono::steady_clock::time_point left_at;
  };

  // Room for one more; those count that are being stored.
  bool has_room() const { return live_.size() + starting_ < limits_.sessions; }
  bool admit(std::shared_ptr<LiveSession> const& session, Visitor& visitor);
  void begin(LibraryEntry const& entry, store::CandidateId candidate,
             wire::ClientStart const& message, Visitor visitor);
  void start_again(store::CandidateId candidate, std::string const& start_id, Visitor visitor);
  void started(LiveStart start, interview::Event const& event, Visitor& visitor);
  void load(store::CandidateId candidate, store::SessionId const& id, std::uint32_t after,
            Visitor visitor);
  void loaded(StoredSession stored, std::uint32_t after, Visitor& visitor);
  void arm_sweep();
  void drained();

  std::shared_ptr<PracticeRoom> room_;
  std::shared_ptr<Library const> library_;
  PracticeLimits limits_;
  std::unordered_map<std::string, Held> live_;  // By id as text.
  std::size_t starting_ = 0;                    // Sessions that are being stored.
  net::Timer sweep_;
  net::Timer patience_;  // Of drain().
  std::function<void()> on_drained_;
  bool sweeping_ = false;
  State state_ = State::open;
};

}  // namespace curveball::app
