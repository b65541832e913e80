// What all connections of one server share. Private to net: it draws in Asio. Thread: io.
#pragma once

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <unordered_set>

#include "net/host_rules.hpp"
#include "net/server.hpp"

namespace curveball::net {

// The executor by its own type: no type erasure on the way of every message.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using SteadyTimer = boost::asio::basic_waitable_timer<
    std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

class Connection;

// One per server, shared by its connections, so that it lives as long as the last of them.
struct Core {
  Executor executor;
  ServerSettings settings;
  Upcalls upcalls;
  HostRules hosts;
  std::unordered_set<Connection*> connections;
  bool stopping = false;
  std::function<void()> on_last_gone;  // Called when stopping and no connection is left.
};

// One open connection of either kind; counted from construction to destruction.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  explicit Connection(std::shared_ptr<Core> core) : core_(std::move(core)) {
    core_->connections.insert(this);
  }
  virtual ~Connection() {
    core_->connections.erase(this);
    if (core_->stopping && core_->connections.empty() && core_->on_last_gone) core_->on_last_gone();
  }
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  // Ends it politely: what is under way is finished first.
  virtual void shut_down() = 0;

  // Ends it at once.
  virtual void cut() = 0;

 protected:
  Core& core() const { return *core_; }
  std::shared_ptr<Core> const& shared_core() const { return core_; }

 private:
  std::shared_ptr<Core> core_;
};

}  // namespace curveball::net
