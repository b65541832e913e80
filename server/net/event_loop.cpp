#include "net/event_loop.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <cstdint>
#include <exception>
#include <utility>

#include "net/event_loop_impl.hpp"

namespace curveball::net {

namespace asio = boost::asio;
using boost::system::error_code;

EventLoop::EventLoop() : impl_(std::make_unique<Impl>()) {}
EventLoop::~EventLoop() = default;

void EventLoop::run(OnFault const& on_fault) {
  while (true) {
    try {
      impl_->context.run();
      return;
    } catch (std::exception const& fault) {
      on_fault(fault.what());
    } catch (...) {
      on_fault("an exception of unknown type");
    }
  }
}

void EventLoop::stop() { impl_->context.stop(); }

void EventLoop::post(std::function<void()> job) { asio::post(impl_->context, std::move(job)); }

// Shared with the waiting handler, so that a handler that is already due when the timer is
// cancelled, armed anew or destroyed still finds out that it is no longer wanted.
struct Timer::State {
  explicit State(asio::io_context& context) : timer(context) {}

  asio::steady_timer timer;
  std::function<void()> action;
  std::uint64_t armed = 0;  // Counts start() and cancel().
};

Timer::Timer(EventLoop& loop) : state_(std::make_shared<State>(loop.impl().context)) {}

Timer::~Timer() {
  if (state_) cancel();
}

Timer::Timer(Timer&&) noexcept = default;

Timer& Timer::operator=(Timer&& other) noexcept {
  if (state_) cancel();
  state_ = std::move(other.state_);
  return *this;
}

void Timer::start(std::chrono::milliseconds delay, std::function<void()> action) {
  state_->action = std::move(action);
  state_->timer.expires_after(delay);
  state_->timer.async_wait([state = state_, mine = ++state_->armed](error_code) {
    if (state->armed != mine) return;
    auto const due = std::exchange(state->action, nullptr);
    due();
  });
}

void Timer::cancel() {
  ++state_->armed;
  state_->action = nullptr;
  state_->timer.cancel();
}

struct Signals::State {
  State(asio::io_context& context, std::function<void(int)> call)
      : signals(context, SIGINT, SIGTERM), action(std::move(call)) {}

  asio::signal_set signals;
  std::function<void(int)> action;
};

Signals::Signals(EventLoop& loop, std::function<void(int)> action)
    : state_(std::make_shared<State>(loop.impl().context, std::move(action))) {
  state_->signals.async_wait([state = state_](error_code failed, int number) {
    auto const due = std::exchange(state->action, nullptr);
    error_code ignored;
    state->signals.clear(ignored);
    if (!failed && due) due(number);
  });
}

Signals::~Signals() { cancel(); }

void Signals::cancel() {
  error_code ignored;
  state_->action = nullptr;
  state_->signals.cancel(ignored);
  state_->signals.clear(ignored);
}

}  // namespace curveball::net
