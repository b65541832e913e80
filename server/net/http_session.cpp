#include "net/http_session.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include "net/request_check.hpp"
#include "net/response_head.hpp"
#include "net/target.hpp"
#include "net/websocket_session.hpp"

namespace curveball::net {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using beast::error_code;
using std::chrono::milliseconds;

std::string address_of(Socket const& socket) {
  error_code failed;
  auto const end = socket.remote_endpoint(failed);
  return failed ? std::string() : end.address().to_string();
}

Method method_of(http::verb verb) {
  if (verb == http::verb::post) return Method::post;
  return verb == http::verb::delete_ ? Method::delete_ : Method::get;
}

// The answer to a request that could not be read; nothing when the connection just ended.
std::optional<HttpResponse> answer_to(error_code failed) {
  if (failed == http::error::header_limit || failed == http::error::buffer_overflow) {
    return problem(431, "The request's headers are too large.");
  }
  if (failed == http::error::body_limit) return problem(413, "The request's body is too large.");
  bool const ended = failed == http::error::end_of_stream || failed == http::error::partial_message;
  if (failed.category() != make_error_code(http::error::end_of_stream).category() || ended) {
    return std::nullopt;
  }
  return problem(400, "This is not an HTTP request.");
}

// Reads a request, hands it up, writes the answer, and so on. At any time either one asynchronous
// operation is under way beside the deadline, or a responder holds the session.
class HttpSession final : public Connection {
 public:
  HttpSession(std::shared_ptr<Core> core, Socket socket)
      : Connection(std::move(core)),
        socket_(std::move(socket)),
        deadline_(socket_.get_executor()),
        buffer_(this->core().settings.limits.buffer_bytes),
        peer_(address_of(socket_)) {}

  // Waits at most `patience` for the first byte of a request, then reads it.
  void await_request(milliseconds patience);

  // Sends `response` and ends the connection once the client has taken it.
  void refuse(HttpResponse response);

  void shut_down() override;
  void cut() override;

 private:
  // Who holds the connection.
  enum class Stage { client, handler, writer, over };
  using Parser = http::request_parser<http::string_body>;

  std::shared_ptr<HttpSession> self() {
    return std::static_pointer_cast<HttpSession>(shared_from_this());
  }
  ServerTimeouts const& timeouts() const { return core().settings.timeouts; }

  void arm(milliseconds patience);
  void read_header();
  void on_header(error_code failed, std::size_t size);
  void on_body(error_code failed);
  void on_unreadable(error_code failed);
  void upgrade();
  void dispatch();
  HttpRequest take_request(Target target);
  HttpResponder make_responder();
  void answer(HttpResponse response);
  void write();
  void on_written(error_code failed);
  void drain();
  void discard();

  Socket socket_;
  SteadyTimer deadline_;
  beast::flat_buffer buffer_;  // Its hard end bounds what Beast's own limits leave open.
  std::optional<Parser> parser_;
  std::string peer_;
  std::string head_;
  HttpResponse response_;
  std::optional<asio::executor_work_guard<Executor>> work_;  // While the handler holds it.
  Stage stage_ = Stage::client;
  bool keep_alive_ = true;
  bool head_only_ = false;
};

// After `patience` the connection is cut, unless armed anew or cancelled until then.
void HttpSession::arm(milliseconds patience) {
  deadline_.expires_after(patience);
  deadline_.async_wait([self = self()](error_code cancelled) {
    bool const due = self->deadline_.expiry() <= std::chrono::steady_clock::now();
    if (!cancelled && due) self->cut();
  });
}

void HttpSession::await_request(milliseconds patience) {
  stage_ = Stage::client;
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(core().settings.limits.header_bytes));
  parser_->body_limit(core().settings.limits.body_bytes);
  if (buffer_.size() != 0) return read_header();
  arm(patience);
  socket_.async_wait(Socket::wait_read, [self = self()](error_code failed) {
    if (failed) return self->cut();
    self->read_header();
  });
}

void HttpSession::read_header() {
  arm(timeouts().header);
  http::async_read_header(
      socket_, buffer_, *parser_,
      [self = self()](error_code failed, std::size_t size) { self->on_header(failed, size); });
}

// Beast's limit is not exact: it counts anew from the line at which it had to wait.
void HttpSession::on_header(error_code failed, std::size_t size) {
  if (!failed && size > core().settings.limits.header_bytes) failed = http::error::header_limit;
  if (failed) return on_unreadable(failed);
  auto const& header = parser_->get().base();
  head_only_ = header.method() == http::verb::head;
  if (auto refusal = refusal_of(header, core().hosts)) return refuse(std::move(*refusal));
  if (asks_for_websocket(header)) return upgrade();
  if (parser_->is_done()) return dispatch();
  arm(timeouts().body);
  http::async_read(socket_, buffer_, *parser_,
                   [self = self()](error_code cut_off, std::size_t) { self->on_body(cut_off); });
}

void HttpSession::on_body(error_code failed) {
  if (failed) return on_unreadable(failed);
  dispatch();
}

void HttpSession::on_unreadable(error_code failed) {
  auto response = answer_to(failed);
  if (!response || stage_ == Stage::over) return cut();
  refuse(std::move(*response));
}

// The socket leaves only once the program above has opened a conversation.
void HttpSession::upgrade() {
  auto const& header = parser_->get().base();
  if (auto refusal = upgrade_refusal_of(header)) return refuse(std::move(*refusal));
  if (buffer_.size() != 0 || !parser_->is_done()) {
    return refuse(problem(400, "Nothing may follow a handshake before its answer."));
  }
  auto target = parse_target({header.target().data(), header.target().size()});
  if (!target) return refuse(problem(400, "The request's target cannot be read."));
  if (core().stopping) return refuse(problem(503, "The server is shutting down."));
  std::string const key(header[http::field::sec_websocket_key]);
  HttpRequest request = take_request(std::move(*target));
  UpgradeRequest const asked{std::move(request.path), std::move(request.query),
                             std::move(request.cookie), std::move(request.peer)};
  auto session = open_websocket(shared_core(), asked);
  if (!session) return refuse(problem(session.error().status, session.error().detail));
  stage_ = Stage::over;
  deadline_.cancel();
  serve_websocket(*session, std::move(socket_), key);
}

HttpRequest HttpSession::take_request(Target target) {
  auto& message = parser_->get();
  auto const text = [&message](http::field name) { return std::string(message[name]); };
  return HttpRequest{.method = method_of(message.method()),
                     .path = std::move(target.path),
                     .query = std::move(target.query),
                     .cookie = text(http::field::cookie),
                     .accept_encoding = text(http::field::accept_encoding),
                     .if_none_match = text(http::field::if_none_match),
                     .origin = text(http::field::origin),
                     .content_type = text(http::field::content_type),
                     .body = std::move(message.body()),
                     .peer = peer_};
}

void HttpSession::dispatch() {
  auto const& message = parser_->get();
  auto target = parse_target({message.target().data(), message.target().size()});
  if (!target) return refuse(problem(400, "The request's target cannot be read."));
  deadline_.cancel();
  keep_alive_ = message.keep_alive();
  stage_ = Stage::handler;
  work_.emplace(core().executor);
  HttpResponder const responder = make_responder();
  try {
    core().upcalls.handle(take_request(std::move(*target)), responder);
  } catch (std::exception const& fault) {
    core().upcalls.log("event=http_fault what=\"" + std::string(fault.what()) + '"');
    responder.respond(problem(500, "Something went wrong inside the server."));
  }
}

// The answer may come from any thread; it hands its hold on the session over to the io thread.
HttpResponder HttpSession::make_responder() {
  return HttpResponder([held = self()](HttpResponse response) mutable {
    Executor const executor = held->core().executor;
    asio::dispatch(executor, [self = std::move(held), reply = std::move(response)]() mutable {
      if (self->stage_ == Stage::handler) self->answer(std::move(reply));
    });
  });
}

void HttpSession::refuse(HttpResponse response) {
  keep_alive_ = false;
  answer(std::move(response));
}

void HttpSession::answer(HttpResponse response) {
  stage_ = Stage::writer;
  work_.reset();
  keep_alive_ = keep_alive_ && !core().stopping;
  response_ = std::move(response);
  HeadContext const context{
      keep_alive_, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
  auto head = response_head(response_, context);
  if (!head) {
    core().upcalls.log("event=http_fault what=\"a header of the answer holds a line break\"");
    response_ = problem(500, "Something went wrong inside the server.");
    head = response_head(response_, context);
  }
  head_ = std::move(*head);
  write();
}

// A slow reader has time as long as it takes something now and then.
void HttpSession::write() {
  std::string_view const body = head_only_ ? std::string_view() : response_.body_view();
  std::array<asio::const_buffer, 2> const bytes{asio::buffer(head_),
                                                asio::buffer(body.data(), body.size())};
  auto const progress = [self = self()](error_code failed, std::size_t) -> std::size_t {
    constexpr std::size_t piece = 65'536;
    if (failed || self->stage_ == Stage::over) return 0;
    self->arm(self->timeouts().write);
    return piece;
  };
  asio::async_write(socket_, bytes, progress,
                    [self = self()](error_code failed, std::size_t) { self->on_written(failed); });
}

void HttpSession::on_written(error_code failed) {
  response_ = HttpResponse{};
  head_only_ = false;
  if (failed || stage_ == Stage::over) return cut();
  if (!keep_alive_ || core().stopping) return drain();
  await_request(timeouts().keep_alive);
}

// Closing with unread bytes makes the system send a reset, which may eat the answer on its way: so
// first say that nothing more comes, then read for a short while what the client still sends.
void HttpSession::drain() {
  error_code ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  arm(timeouts().close);
  buffer_.clear();
  discard();
}

void HttpSession::discard() {
  socket_.async_read_some(buffer_.prepare(buffer_.max_size()),
                          [self = self()](error_code failed, std::size_t) {
                            if (failed || self->stage_ == Stage::over) return self->cut();
                            self->discard();
                          });
}

void HttpSession::shut_down() {
  if (stage_ == Stage::client) cut();
}

void HttpSession::cut() {
  stage_ = Stage::over;
  work_.reset();
  deadline_.cancel();
  error_code ignored;
  socket_.close(ignored);
}

}  // namespace

void serve_http(std::shared_ptr<Core> const& core, Socket socket) {
  auto const session = std::make_shared<HttpSession>(core, std::move(socket));
  session->await_request(core->settings.timeouts.header);
}

void refuse_http(std::shared_ptr<Core> const& core, Socket socket) {
  auto const session = std::make_shared<HttpSession>(core, std::move(socket));
  session->refuse(problem(503, "Too many connections; try again later."));
}

}  // namespace curveball::net
