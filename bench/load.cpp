// A closed-loop load generator for one loopback server: each connection sends the next message when
// the reply to the last one has come. Bounded in count; stops by itself; prints one line of JSON.
//   load PORT echo|curveball|idle CONNECTIONS MESSAGES [SCENARIO]
// idle starts a session on each connection, prints "ready", and holds them until its standard input
// closes.
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/make_printable.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "latency.hpp"

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

struct Plan {
  std::uint16_t port = 0;
  bool echo = false;
  bool idle = false;
  std::size_t connections = 1;
  std::size_t messages = 1'000;
  std::string scenario;
  std::string cookie;
};

// About 600 bytes, as a candidate writes.
constexpr char const* answer_text =
    "First I would find out which piece of work everything else is waiting on, because the date of "
    "the whole launch hangs on that one chain. I would talk to the team that owns it today, ask "
    "what "
    "changed and what they need, and write down one owner and one date for each hand-off. Then I "
    "would look at the risks: what else could slip, how likely it is, what it would cost us, and "
    "what "
    "we do if it happens. I would tell the stakeholders the same day, with two options and a "
    "recommendation, and ask for a decision by Thursday. After that I would re-plan only the work "
    "on "
    "that path.";

// Counts replies, all connections together.
struct Tally {
  std::size_t warm_up = 0;
  std::size_t wanted = 0;
  std::size_t replies = 0;
  Clock::time_point began;
  curveball::bench::Latencies latencies;

  void note(Clock::time_point sent) {
    ++replies;
    if (replies == warm_up) began = Clock::now();
    if (replies > warm_up) latencies.add((Clock::now() - sent).count());
  }
  bool done() const { return replies >= warm_up + wanted; }
};

class Client : public std::enable_shared_from_this<Client> {
 public:
  // `number` tells it apart from the other clients of its candidate.
  Client(asio::io_context& loop, Plan const& plan, Tally& tally, std::size_t number)
      : plan_(plan), tally_(tally), number_(number), loop_(loop), socket_(loop) {}

  void connect() {
    tcp::endpoint const server(asio::ip::make_address("127.0.0.1"), plan_.port);
    socket_.next_layer().connect(server);
    socket_.next_layer().set_option(tcp::no_delay(true));
    socket_.set_option(websocket::stream_base::decorator([this](websocket::request_type& request) {
      request.set(http::field::cookie, plan_.cookie);
    }));
    socket_.handshake("127.0.0.1:" + std::to_string(plan_.port), "/api/v1/practice");
    socket_.text(true);
  }

  void begin() {
    if (plan_.echo) {
      send(answer_frame());
    } else {
      start_session();
    }
  }

 private:
  void start_session() {
    counted_ = false;
    send(R"({"v":1,"type":"start","body":{"id":"s)" + std::to_string(number_) + "-" +
         std::to_string(++id_) + R"(","scenario":")" + plan_.scenario + R"(","time_scale_pm":0}})");
  }

  std::string answer_frame() {
    return R"({"v":1,"type":"answer","session":")" + session_ + R"(","body":{"id":"a)" +
           std::to_string(++id_) + R"(","text":")" + answer_text + "\"}}";
  }

  void send(std::string frame) {
    frame_ = std::move(frame);
    sent_ = Clock::now();
    socket_.async_write(asio::buffer(frame_), [self = shared_from_this()](auto error, std::size_t) {
      if (!error) self->receive();
    });
  }

  void receive() {
    socket_.async_read(buffer_, [self = shared_from_this()](auto error, std::size_t) {
      if (!error) self->on_reply();
    });
  }

  void on_reply() {
    auto const data = buffer_.data();
    std::string_view const reply(static_cast<char const*>(data.data()), data.size());
    bool const over = !plan_.echo && reply.find(R"("status":"over")") != std::string_view::npos;
    if (!plan_.echo && reply.find(R"("type":"turn")") == std::string_view::npos) {
      std::fprintf(stderr, "unexpected: %.*s\n", static_cast<int>(reply.size()), reply.data());
      std::exit(1);
    }
    if (!plan_.echo) note_session(reply);
    buffer_.consume(buffer_.size());
    if (plan_.idle) return on_idle();
    if (counted_ || plan_.echo) tally_.note(sent_);
    if (tally_.done()) return loop_.stop();
    if (over) return start_session();
    counted_ = true;
    send(answer_frame());
  }

  void on_idle() {
    if (++tally_.replies == plan_.connections) loop_.stop();
  }

  void note_session(std::string_view reply) {
    static constexpr std::string_view key = R"("session":")";
    auto const at = reply.find(key);
    if (at != std::string_view::npos) session_ = std::string(reply.substr(at + key.size(), 36));
  }

  Plan const& plan_;
  Tally& tally_;
  std::size_t number_;
  asio::io_context& loop_;
  websocket::stream<tcp::socket> socket_;
  beast::flat_buffer buffer_;
  std::string frame_;
  std::string session_;
  std::size_t id_ = 0;
  bool counted_ = false;  // Whether the message under way is an answer, not a start.
  Clock::time_point sent_;
};

std::string fetch_cookie(asio::io_context& loop, std::uint16_t port) {
  tcp::socket socket(loop);
  socket.connect({asio::ip::make_address("127.0.0.1"), port});
  http::request<http::empty_body> request(http::verb::get, "/api/v1/library", 11);
  request.set(http::field::host, "127.0.0.1:" + std::to_string(port));
  http::write(socket, request);
  beast::flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(socket, buffer, response);
  std::string const cookie(response[http::field::set_cookie]);
  return cookie.substr(0, cookie.find(';'));
}

void print_tally(Plan const& plan, Tally& tally) {
  std::chrono::duration<double> const took = Clock::now() - tally.began;
  std::printf(
      R"({"mode":"%s","connections":%zu,"messages":%zu,"per_second":%.0f,"p50_us":%.0f,"p99_us":%.0f})"
      "\n",
      plan.echo ? "echo" : "curveball", plan.connections, tally.latencies.count(),
      static_cast<double>(tally.latencies.count()) / took.count(),
      tally.latencies.percentile_us(500), tally.latencies.percentile_us(990));
}

void hold_until_input_closes() {
  std::puts("ready");
  std::fflush(stdout);
  while (std::getchar() != EOF) {
  }
}

// One file descriptor for each connection; the usual soft limit of 1,024 is too low.
void raise_open_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

void run(Plan plan) {
  raise_open_files();
  asio::io_context loop(1);
  if (!plan.echo) plan.cookie = fetch_cookie(loop, plan.port);
  Tally tally;
  tally.warm_up = std::max<std::size_t>(plan.messages / 10, 1);
  tally.wanted = plan.messages;
  std::vector<std::shared_ptr<Client>> clients;
  for (std::size_t i = 0; i < plan.connections; ++i) {
    clients.push_back(std::make_shared<Client>(loop, plan, tally, i));
    clients.back()->connect();
    if (plan.idle) clients.back()->begin();
  }
  for (auto const& client : clients) {
    if (!plan.idle) client->begin();
  }
  loop.run();
  if (plan.idle) {
    hold_until_input_closes();
  } else {
    print_tally(plan, tally);
  }
  std::fflush(stdout);
  std::_Exit(0);  // The sockets need no goodbye.
}

}  // namespace

int main(int count, char** words) {
  if (count < 5) {
    std::fputs("usage: load PORT echo|curveball|idle CONNECTIONS MESSAGES [SCENARIO]\n", stderr);
    return 64;
  }
  Plan plan;
  plan.port = static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10));
  plan.echo = std::string(words[2]) == "echo";
  plan.idle = std::string(words[2]) == "idle";
  plan.connections = std::strtoul(words[3], nullptr, 10);
  plan.messages = std::strtoul(words[4], nullptr, 10);
  if (count > 5) plan.scenario = words[5];
  run(plan);
}
