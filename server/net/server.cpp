#include "net/server.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/ip/address.hpp>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

#include "net/connection.hpp"
#include "net/event_loop_impl.hpp"
#include "net/http_session.hpp"

namespace curveball::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;

// Connections over the limit that are told so; more are just closed.
constexpr std::size_t refused_at_once = 64;

void check(error_code failed, char const* step) {
  if (failed) throw std::system_error(failed.value(), std::system_category(), step);
}

Acceptor listen(Executor const& executor, ServerSettings const& settings) {
  error_code failed;
  auto const address = asio::ip::make_address(settings.address, failed);
  if (failed) throw std::invalid_argument("not an address: " + settings.address);
  tcp::endpoint const endpoint(address, settings.port);
  Acceptor acceptor(executor);
  acceptor.open(endpoint.protocol(), failed);
  check(failed, "cannot make a listening socket");
  acceptor.set_option(Acceptor::reuse_address(true), failed);
  check(failed, "cannot reuse the address");
  acceptor.bind(endpoint, failed);
  check(failed, "cannot bind");
  acceptor.listen(Acceptor::max_listen_connections, failed);
  check(failed, "cannot listen");
  return acceptor;
}

std::shared_ptr<Core> make_core(Executor const& executor, ServerSettings settings, Upcalls upcalls,
                                std::uint16_t port) {
  HostRules hosts({settings.address, port, settings.hosts, settings.origins});
  return std::make_shared<Core>(Core{.executor = executor,
                                     .settings = std::move(settings),
                                     .upcalls = std::move(upcalls),
                                     .hosts = std::move(hosts)});
}

}  // namespace

// Accepts connections until it is closed. Kept alive by what it waits for.
class Server::Listener : public std::enable_shared_from_this<Listener> {
 public:
  Listener(Executor const& executor, ServerSettings settings, Upcalls upcalls)
      : acceptor_(listen(executor, settings)),
        port_(acceptor_.local_endpoint().port()),
        retry_(executor),
        patience_(executor),
        core_(make_core(executor, std::move(settings), std::move(upcalls), port_)) {}

  std::uint16_t port() const { return port_; }
  Core const& core() const { return *core_; }

  void accept();
  void close_acceptor();
  void shut_down();
  void cut_all();

 private:
  void on_accepted(error_code failed, Socket socket);
  void serve(Socket socket);
  void accept_later();
  std::vector<std::shared_ptr<Connection>> hold_all() const;

  Acceptor acceptor_;
  std::uint16_t port_;
  SteadyTimer retry_;
  SteadyTimer patience_;
  std::shared_ptr<Core> core_;
};

void Server::Listener::accept() {
  acceptor_.async_accept([self = shared_from_this()](error_code failed, Socket socket) {
    self->on_accepted(failed, std::move(socket));
  });
}

void Server::Listener::on_accepted(error_code failed, Socket socket) {
  if (!acceptor_.is_open()) return;
  if (failed) {
    core_->upcalls.log("event=accept_failed what=\"" + failed.message() + '"');
    return accept_later();
  }
  serve(std::move(socket));
  accept();
}

// Out of file descriptors or memory: neither give up nor spin.
void Server::Listener::accept_later() {
  retry_.expires_after(core_->settings.timeouts.accept_retry);
  retry_.async_wait([self = shared_from_this()](error_code cancelled) {
    if (!cancelled && self->acceptor_.is_open()) self->accept();
  });
}

void Server::Listener::serve(Socket socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  std::size_t const open = core_->connections.size();
  std::size_t const most = core_->settings.limits.connections;
  if (open < most) return serve_http(core_, std::move(socket));
  if (open < most + refused_at_once) refuse_http(core_, std::move(socket));
}

void Server::Listener::close_acceptor() {
  error_code ignored;
  acceptor_.close(ignored);
  retry_.cancel();
}

// Ending one may end others: they are held first.
std::vector<std::shared_ptr<Connection>> Server::Listener::hold_all() const {
  std::vector<std::shared_ptr<Connection>> all;
  all.reserve(core_->connections.size());
  for (Connection* const connection : core_->connections) {
    if (auto held = connection->weak_from_this().lock()) all.push_back(std::move(held));
  }
  return all;
}

void Server::Listener::shut_down() {
  if (core_->stopping) return;
  core_->stopping = true;
  close_acceptor();
  patience_.expires_after(core_->settings.timeouts.shutdown);
  patience_.async_wait([self = shared_from_this()](error_code cancelled) {
    if (!cancelled) self->cut_all();
  });
  core_->on_last_gone = [weak = weak_from_this()] {
    if (auto const self = weak.lock()) self->patience_.cancel();
  };
  for (auto const& connection : hold_all()) connection->shut_down();
  if (core_->connections.empty()) patience_.cancel();
}

void Server::Listener::cut_all() {
  core_->stopping = true;
  core_->on_last_gone = nullptr;
  close_acceptor();
  patience_.cancel();
  for (auto const& connection : hold_all()) connection->cut();
}

Server::Server(EventLoop& loop, ServerSettings settings, Upcalls upcalls)
    : listener_(std::make_shared<Listener>(loop.impl().context.get_executor(), std::move(settings),
                                           std::move(upcalls))) {
  listener_->accept();
}

Server::~Server() { listener_->cut_all(); }

std::uint16_t Server::port() const { return listener_->port(); }

std::size_t Server::connections() const { return listener_->core().connections.size(); }

void Server::stop_accepting() { listener_->close_acceptor(); }

void Server::shutdown() { listener_->shut_down(); }

}  // namespace curveball::net
