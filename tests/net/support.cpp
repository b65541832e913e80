#include "net/support.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <fstream>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace curveball::net::test {
namespace {

class EchoConversation final : public Conversation {
 public:
  explicit EchoConversation(Peer peer) : peer_(std::move(peer)) {}

  void on_text(std::string_view text) override {
    if (text == "boom") throw std::runtime_error("boom");
    if (text == "flood") return flood();
    peer_.send(std::string(text));
    if (text == "bye") peer_.close(CloseCode::normal, "bye");
  }

  void on_closed() override {}

 private:
  void flood() {
    auto const piece = std::make_shared<std::string const>(65'536, 'x');
    for (int i = 0; i < 200; ++i) peer_.send(piece);
  }

  Peer peer_;
};

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string big_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xffU));
  }
  return out;
}

std::uint64_t from_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (char const c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string length_field(std::size_t size) {
  if (size < 126) return {static_cast<char>(0x80 | size)};
  if (size < 65'536) return static_cast<char>(0x80 | 126) + big_endian(size, 2);
  return static_cast<char>(0x80 | 127) + big_endian(size, 8);
}

}  // namespace

ServerSettings quiet_settings() { return ServerSettings{}; }

std::unique_ptr<Conversation> make_echo(Peer peer) {
  return std::make_unique<EchoConversation>(std::move(peer));
}

Upcalls plain_upcalls() {
  Upcalls upcalls;
  upcalls.handle = [](HttpRequest const& asked, HttpResponder const& responder) {
    HttpResponse response;
    response.content_type = "text/plain";
    if (asked.path == "/echo") {
      response.body = asked.body;
    } else if (asked.path == "/now") {
      response.body = std::string_view("now");
    } else {
      response = problem(404, "Nothing here.");
    }
    responder.respond(std::move(response));
  };
  upcalls.open = [](UpgradeRequest const&, Peer peer) -> Opening {
    return make_echo(std::move(peer));
  };
  upcalls.log = [](std::string_view) {};
  return upcalls;
}

TestServer::TestServer(ServerSettings settings, Upcalls upcalls)
    : server_(std::make_unique<Server>(loop_, std::move(settings), std::move(upcalls))),
      port_(server_->port()),
      thread_([this] { loop_.run([](std::string_view) {}); }) {}

TestServer::~TestServer() { stop(); }

void TestServer::stop() {
  if (!thread_.joinable()) return;
  loop_.post([this] { server_->shutdown(); });
  thread_.join();
}

void TestServer::on_io(std::function<void(Server&)> job) {
  std::promise<void> done;
  loop_.post([&] {
    job(*server_);
    done.set_value();
  });
  done.get_future().wait();
}

std::size_t TestServer::connections() {
  if (!thread_.joinable()) return server_->connections();
  std::size_t count = 0;
  on_io([&count](Server& server) { count = server.connections(); });
  return count;
}

bool TestServer::waits_for_connections(std::size_t wanted) {
  for (int attempt = 0; attempt < 2'000; ++attempt) {
    if (connections() == wanted) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

std::string Reply::header(std::string const& name) const {
  auto const found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

unsigned Received::close_code() const {
  if (opcode != 8 || payload.size() < 2) return 0;
  return static_cast<unsigned>(from_big_endian(std::string_view(payload).substr(0, 2)));
}

std::string Received::close_reason() const { return payload.size() < 2 ? "" : payload.substr(2); }

Client::Client(std::uint16_t port, std::function<void()> const& before_connecting)
    : port_(port), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  timeval const patience{.tv_sec = 20, .tv_usec = 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (before_connecting) before_connecting();
  void const* const raw = &address;
  if (::connect(socket_, static_cast<sockaddr const*>(raw), sizeof address) != 0) {
    ::close(std::exchange(socket_, -1));
  }
}

Client::~Client() {
  if (socket_ >= 0) ::close(socket_);
}

std::string Client::host() const { return "127.0.0.1:" + std::to_string(port_); }

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Client::fill() {
  std::array<char, 65'536> piece{};
  auto const got = ::recv(socket_, piece.data(), piece.size(), 0);
  if (got <= 0) return false;
  buffer_.append(piece.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<std::string> Client::take(std::size_t size) {
  while (buffer_.size() < size) {
    if (!fill()) return std::nullopt;
  }
  std::string out = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

std::string Client::read_to_end() {
  while (fill()) continue;
  return std::exchange(buffer_, {});
}

bool Client::at_end() {
  char byte = 0;
  return buffer_.empty() && ::recv(socket_, &byte, 1, MSG_PEEK) == 0;
}

Reply Client::reply(bool to_head) {
  std::size_t end = std::string::npos;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return {};
  }
  std::string const head = *take(end + 4);
  Reply reply;
  for (std::size_t at = head.find("\r\n") + 2; at + 2 < head.size();) {
    std::size_t const line_end = head.find("\r\n", at);
    std::size_t const colon = head.find(": ", at);
    reply.headers[lowered(head.substr(at, colon - at))] =
        head.substr(colon + 2, line_end - colon - 2);
    at = line_end + 2;
  }
  std::string const length = reply.header("content-length");
  auto body = take(to_head || length.empty() ? 0 : std::stoul(length));
  if (!body) return {};
  reply.body = std::move(*body);
  reply.status = static_cast<unsigned>(std::stoul(head.substr(9, 3)));
  return reply;
}

Reply Client::ask(std::string_view request, bool to_head) {
  send(request);
  return reply(to_head);
}

Reply Client::handshake(std::string_view path, std::string const& extra) {
  return ask("GET " + std::string(path) + " HTTP/1.1\r\nHost: " + host() +
             "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
             extra + "\r\n");
}

bool Client::send_frame(int opcode, std::string_view payload, bool last) {
  constexpr std::string_view mask = "\x11\x22\x33\x44";
  std::string frame(1, static_cast<char>((last ? 0x80 : 0) | opcode));
  frame += length_field(payload.size());
  frame += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) {
    frame.push_back(static_cast<char>(payload[i] ^ mask[i % 4]));
  }
  return send(frame);
}

Received Client::any_frame() {
  auto const head = take(2);
  if (!head) return {};
  std::uint64_t size = static_cast<unsigned char>((*head)[1]);
  if (size >= 126) {
    auto const longer = take(size == 126 ? 2 : 8);
    if (!longer) return {};
    size = from_big_endian(*longer);
  }
  auto payload = take(size);
  if (!payload) return {};
  return {(*head)[0] & 0x0f, std::move(*payload)};
}

Received Client::frame() {
  Received got = any_frame();
  while (got.opcode == 9 || got.opcode == 10) got = any_frame();
  return got;
}

Received Client::frames_to_close() {
  Received got = frame();
  while (got.opcode >= 0 && got.opcode != 8) got = frame();
  return got;
}

std::string request(Client const& client, std::string_view line, std::string const& extra,
                    std::string_view body) {
  std::string text(line);
  text += " HTTP/1.1\r\nHost: " + client.host() + "\r\n" + extra;
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + std::string(body);
}

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace curveball::net::test
