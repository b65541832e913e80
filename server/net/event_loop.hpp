// The one event loop: sockets, timers and everything posted from other threads run on it in turn.
// Owned by the program's main function and outlives every Timer, Signals and Server made on it.
// Thread: run() is called by one thread, "io"; only post() and stop() may come from others.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

namespace curveball::net {

class EventLoop {
 public:
  // What to do with an exception that left a handler; the argument is its what().
  using OnFault = std::function<void(std::string_view)>;

  EventLoop();
  ~EventLoop();
  EventLoop(EventLoop const&) = delete;
  EventLoop& operator=(EventLoop const&) = delete;

  // Runs handlers until none is left (no server, timer, signal, unanswered request) or stop().
  // An exception out of a handler goes to `on_fault` and the loop goes on. Throws nothing itself.
  void run(OnFault const& on_fault);

  // Makes run() return soon, whatever is left. Callable from any thread.
  void stop();

  // Runs `job` on the io thread, later, never inside this call; jobs of one thread keep their
  // order. Callable from any thread. A job posted after run() returned is never run.
  void post(std::function<void()> job);

  struct Impl;
  // For the other files of net only.
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// Calls back once, later. While it is armed, run() does not return. Thread: io.
class Timer {
 public:
  explicit Timer(EventLoop& loop);
  // Cancels.
  ~Timer();
  Timer(Timer&&) noexcept;
  Timer& operator=(Timer&&) noexcept;

  // Calls `action` after `delay` (0 or less: as soon as possible). Replaces what was armed before.
  // The action may start, cancel or destroy this timer.
  void start(std::chrono::milliseconds delay, std::function<void()> action);

  // Nothing is called any more. No effect when nothing is armed.
  void cancel();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// Waits for the first SIGINT or SIGTERM. While it waits, run() does not return. Thread: io.
class Signals {
 public:
  // Calls `action` with the signal's number once. From then on the system's default action is back:
  // a second signal ends the process at once.
  Signals(EventLoop& loop, std::function<void(int)> action);
  // Cancels: the default action is back.
  ~Signals();
  Signals(Signals const&) = delete;
  Signals& operator=(Signals const&) = delete;

  // No call any more; the default action is back and run() may return.
  void cancel();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace curveball::net
