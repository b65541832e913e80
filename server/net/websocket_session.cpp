#include "net/websocket_session.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "net/outbox.hpp"
#include "net/peer_target.hpp"
#include "net/rate.hpp"

namespace curveball::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using beast::error_code;
using Clock = std::chrono::steady_clock;

// Beast would wait for the other side's end of the connection without a deadline of its own. Here
// it only says that nothing more comes; the session then waits, see linger().
class TalkSocket : public Socket {
 public:
  explicit TalkSocket(Socket socket) : Socket(std::move(socket)) {}

  template <class Handler>
  friend void async_teardown(beast::role_type, TalkSocket& socket, Handler&& handler) {
    error_code failed;
    socket.shutdown(Socket::shutdown_send, failed);
    asio::post(socket.get_executor(),
               beast::bind_front_handler(std::forward<Handler>(handler), failed));
  }
};

// permessage-deflate is compiled out: it costs tens of KB a connection and gains little on short
// messages.
using Stream = websocket::stream<TalkSocket, false>;

// Between messages a read buffer keeps at most this; Beast asks for 1,536 at a time.
constexpr std::size_t kept_buffer = 2'048;

// `reason` cut to what a close frame holds, at a character's boundary.
websocket::close_reason close_reason_of(CloseCode code, std::string_view reason) {
  std::size_t size = std::min(reason.size(), websocket::reason_string::static_capacity);
  while (size < reason.size() && size > 0 &&
         (static_cast<unsigned char>(reason[size]) & 0xC0U) == 0x80U) {
    --size;
  }
  return {static_cast<websocket::close_code>(code), {reason.data(), size}};
}

// What Beast wants to see of the request that was already checked.
http::request<http::empty_body> handshake_of(std::string const& key) {
  http::request<http::empty_body> request{http::verb::get, "/", 11};
  request.set(http::field::host, "curveball");
  request.set(http::field::connection, "Upgrade");
  request.set(http::field::upgrade, "websocket");
  request.set(http::field::sec_websocket_version, "13");
  request.set(http::field::sec_websocket_key, key);
  return request;
}

void name_server(websocket::response_type& response) {
  response.set(http::field::server, "Curveball");
}

}  // namespace

// One read is always under way, and at most one write or the close. The session lives as long as
// one of them does.
class WebSocketSession final : public Connection, public PeerTarget {
 public:
  explicit WebSocketSession(std::shared_ptr<Core> core)
      : Connection(std::move(core)),
        credits_(this->core().settings.limits.messages_per_window,
                 this->core().settings.limits.window, Clock::now()) {}

  void hold(std::unique_ptr<Conversation> talk) { talk_ = std::move(talk); }
  void accept(Socket socket, std::string const& key);

  void send(Frame frame) override;
  void close(CloseCode code, std::string_view reason) override;
  bool open() const override { return state_ == State::accepting || state_ == State::open; }
  bool drained() const override { return !writing_ && !outbox_.waiting(); }

  void shut_down() override { close(CloseCode::going_away, "server is shutting down"); }
  void cut() override;

  std::shared_ptr<WebSocketSession> self() {
    return std::static_pointer_cast<WebSocketSession>(shared_from_this());
  }

 private:
  enum class State { accepting, open, closing, over };

  void configure();
  void on_accepted(error_code failed);
  void read();
  void on_read(error_code failed);
  void take_message();
  void on_control_frame();
  void flush();
  void on_written(error_code failed);
  void send_close();
  void watch_write();
  void arm(Clock::duration patience);
  void on_deadline();
  void end(error_code cause);
  void linger();
  template <class Step>
  void guarded(Step const& step);

  // The members that every idle connection pays for; what only a closing one needs is allocated.
  std::optional<Stream> stream_;
  beast::flat_buffer inbox_;
  Outbox outbox_;
  RateCredits credits_;
  std::unique_ptr<Conversation> talk_;
  std::unique_ptr<websocket::close_reason> reason_;
  std::unique_ptr<SteadyTimer> deadline_;
  std::unique_ptr<std::array<char, 4096>> scrap_;
  Clock::time_point write_began_;
  State state_ = State::accepting;
  bool writing_ = false;
  bool watched_ = false;  // The deadline is armed for writes.
  bool close_sent_ = false;
};

// Runs an upcall. What it throws ends this connection only.
template <class Step>
void WebSocketSession::guarded(Step const& step) {
  try {
    step();
    return;
  } catch (std::exception const& fault) {
    core().upcalls.log("event=conversation_fault what=\"" + std::string(fault.what()) + '"');
  } catch (...) {
    core().upcalls.log("event=conversation_fault what=unknown");
  }
  close(CloseCode::fault, "something went wrong inside this session");
}

void WebSocketSession::configure() {
  ServerTimeouts const& timeouts = core().settings.timeouts;
  stream_->set_option(websocket::stream_base::timeout{timeouts.handshake, timeouts.idle, true});
  stream_->set_option(websocket::stream_base::decorator(&name_server));
  stream_->read_message_max(core().settings.limits.message_bytes);
  stream_->auto_fragment(false);
  stream_->text(true);
  stream_->control_callback(
      [this](websocket::frame_type, beast::string_view) { on_control_frame(); });
}

void WebSocketSession::accept(Socket socket, std::string const& key) {
  stream_.emplace(TalkSocket(std::move(socket)));
  configure();
  if (state_ == State::closing) arm(core().settings.timeouts.close);
  stream_->async_accept(handshake_of(key),
                        [self = self()](error_code failed) { self->on_accepted(failed); });
}

void WebSocketSession::on_accepted(error_code failed) {
  if (failed) return end(failed);
  if (state_ == State::accepting) {
    state_ = State::open;
    guarded([this] { talk_->on_open(); });
  }
  read();
  flush();
}

void WebSocketSession::read() {
  stream_->async_read(inbox_,
                      [self = self()](error_code failed, std::size_t) { self->on_read(failed); });
}

void WebSocketSession::on_read(error_code failed) {
  if (failed || state_ == State::over) return end(failed);
  if (state_ == State::open) take_message();
  inbox_.consume(inbox_.size());
  if (inbox_.capacity() > kept_buffer) inbox_.shrink_to_fit();
  read();
}

void WebSocketSession::take_message() {
  if (!stream_->got_text()) return close(CloseCode::unsupported, "text messages only");
  std::string_view const text(static_cast<char const*>(inbox_.data().data()), inbox_.size());
  if (!is_valid_utf8(text)) return close(CloseCode::bad_text, "not valid UTF-8");
  if (!credits_.take(Clock::now())) return close(CloseCode::policy, "too many messages");
  guarded([this, text] { talk_->on_text(text); });
}

// Pings cost a credit too. Beast is in the middle of a read here: the close comes a step later.
void WebSocketSession::on_control_frame() {
  if (credits_.take(Clock::now())) return;
  asio::post(core().executor,
             [self = self()] { self->close(CloseCode::policy, "too many control frames"); });
}

void WebSocketSession::send(Frame frame) {
  if (!open()) return;
  ServerLimits const& limits = core().settings.limits;
  if (outbox_.push(std::move(frame), {limits.outbox_frames, limits.outbox_bytes})) return flush();
  outbox_.drop_waiting();
  close(CloseCode::try_again, "messages are not read fast enough");
}

void WebSocketSession::close(CloseCode code, std::string_view reason) {
  if (!open()) return;
  bool const accepted = state_ == State::open;
  state_ = State::closing;
  reason_ = std::make_unique<websocket::close_reason>(close_reason_of(code, reason));
  if (stream_) arm(core().settings.timeouts.close);
  if (accepted) flush();
}

// Writes what waits, one message at a time; when nothing is left and it is time, the close frame.
void WebSocketSession::flush() {
  if (writing_ || state_ == State::accepting || state_ == State::over) return;
  if (!outbox_.waiting()) {
    if (state_ == State::closing && !close_sent_) send_close();
    return;
  }
  writing_ = true;
  watch_write();
  std::string_view const text = outbox_.start();
  stream_->async_write(
      asio::buffer(text.data(), text.size()),
      [self = self()](error_code failed, std::size_t) { self->on_written(failed); });
}

void WebSocketSession::on_written(error_code failed) {
  writing_ = false;
  outbox_.finish();
  if (failed) return cut();
  if (!outbox_.waiting() && open()) guarded([this] { talk_->on_drained(); });
  flush();
}

void WebSocketSession::send_close() {
  close_sent_ = true;
  stream_->async_close(*reason_, [self = self()](error_code failed) { self->end(failed); });
}

// The deadline is left armed from one write to the next: it costs nothing per message.
void WebSocketSession::watch_write() {
  write_began_ = Clock::now();
  if (watched_ || state_ != State::open) return;
  watched_ = true;
  arm(core().settings.timeouts.write);
}

void WebSocketSession::arm(Clock::duration patience) {
  if (!deadline_) deadline_ = std::make_unique<SteadyTimer>(core().executor);
  deadline_->expires_after(patience);
  deadline_->async_wait([self = self()](error_code cancelled) {
    bool const due = self->deadline_->expiry() <= Clock::now();
    if (!cancelled && due) self->on_deadline();
  });
}

// An open connection is cut when one message has been under way for too long, a closing one now.
void WebSocketSession::on_deadline() {
  if (state_ != State::open) return cut();
  watched_ = false;
  if (!writing_) return;
  auto const left = write_began_ + core().settings.timeouts.write - Clock::now();
  if (left <= left.zero()) return cut();
  watched_ = true;
  arm(left);
}

// Whatever is under way completes with an error, and the read ends the session.
void WebSocketSession::cut() {
  if (!stream_) return;
  error_code ignored;
  stream_->next_layer().close(ignored);
}

// `cause` is of Beast when the two sides still talk, of the system when the connection is gone.
void WebSocketSession::end(error_code cause) {
  if (state_ == State::over) return;
  bool const armed = state_ == State::closing;
  state_ = State::over;
  guarded([this] { talk_->on_closed(); });
  talk_.reset();
  error_code const closed = websocket::error::closed;
  if (cause && cause.category() != closed.category()) {
    if (deadline_) deadline_->cancel();
    return cut();
  }
  if (!armed) arm(core().settings.timeouts.close);
  scrap_ = std::make_unique<std::array<char, 4096>>();
  linger();
}

// Reads on until the other side has ended the connection too, or the deadline: closing with unread
// bytes would reset the connection, which may eat our close frame on its way.
void WebSocketSession::linger() {
  stream_->next_layer().async_read_some(asio::buffer(*scrap_),
                                        [self = self()](error_code failed, std::size_t) {
                                          if (!failed) return self->linger();
                                          self->deadline_->cancel();
                                          self->cut();
                                        });
}

Result<std::shared_ptr<WebSocketSession>, Refusal> open_websocket(std::shared_ptr<Core> const& core,
                                                                  UpgradeRequest const& request) {
  auto session = std::make_shared<WebSocketSession>(core);
  try {
    auto talk = core->upcalls.open(request, Peer(std::weak_ptr<PeerTarget>(session)));
    if (!talk) return Unexpected{talk.error()};
    session->hold(std::move(*talk));
    return session;
  } catch (std::exception const& fault) {
    core->upcalls.log("event=conversation_fault what=\"" + std::string(fault.what()) + '"');
  }
  return Unexpected{Refusal{500, "Something went wrong inside the server."}};
}

void serve_websocket(std::shared_ptr<WebSocketSession> const& session, Socket socket,
                     std::string const& key) {
  session->accept(std::move(socket), key);
}

}  // namespace curveball::net
