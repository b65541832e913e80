// The peer to compare with: Beast's WebSocket echo with callbacks on one thread, no work, no disk.
// Prints its port and serves until its standard input closes.
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;

class Echo : public std::enable_shared_from_this<Echo> {
 public:
  explicit Echo(tcp::socket socket) : socket_(std::move(socket)) {
    socket_.next_layer().set_option(tcp::no_delay(true));
  }
  void accept() {
    socket_.async_accept([self = shared_from_this()](auto error) {
      if (!error) self->read();
    });
  }

 private:
  void read() {
    socket_.async_read(buffer_, [self = shared_from_this()](auto error, std::size_t) {
      if (!error) self->write();
    });
  }
  void write() {
    socket_.text(true);
    socket_.async_write(buffer_.data(), [self = shared_from_this()](auto error, std::size_t) {
      if (error) return;
      self->buffer_.consume(self->buffer_.size());
      self->read();
    });
  }

  websocket::stream<tcp::socket, false> socket_;
  beast::flat_buffer buffer_;
};

void accept_next(tcp::acceptor& acceptor) {
  acceptor.async_accept([&acceptor](auto error, tcp::socket socket) {
    if (!error) std::make_shared<Echo>(std::move(socket))->accept();
    accept_next(acceptor);
  });
}

}  // namespace

int main() {
  asio::io_context loop(1);
  tcp::acceptor acceptor(loop, {asio::ip::make_address("127.0.0.1"), 0});
  accept_next(acceptor);
  asio::posix::stream_descriptor input(loop, ::dup(STDIN_FILENO));
  input.async_wait(asio::posix::stream_descriptor::wait_read, [&loop](auto) { loop.stop(); });
  std::printf("%u\n", acceptor.local_endpoint().port());
  std::fflush(stdout);
  loop.run();
  return 0;
}
