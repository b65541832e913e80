// A whole server in this process, on a thread of its own, and clients that speak to it over real
// sockets.
#pragma once

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <netinet/tcp.h>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/socket.h>
#include <thread>

#include "app/clock.hpp"
#include "app/open_library.hpp"
#include "app/server_app.hpp"
#include "store/database.hpp"
#include "store/identity.hpp"

namespace curveball::app::testing {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::asio::ip::tcp;
using nlohmann::json;

// A folder that is gone at the end of the test.
class TempFolder {
 public:
  TempFolder()
      : path_(std::filesystem::temp_directory_path() /
              ("curveball-" + store::make_session_id(wall_now()).text())) {}
  ~TempFolder() { std::filesystem::remove_all(path_); }
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class RunningServer {
 public:
  explicit RunningServer(std::filesystem::path const& data_dir, ServeOptions options = {}) {
    options.port = 0;
    options.data_dir = data_dir;
    if (options.messages_per_window == 0) options.messages_per_window = 1'000'000;
    store::DataFolder const folder(data_dir);
    auto write = store::WriteDatabase::open(folder, {.now = wall_now()});
    EXPECT_TRUE(write) << (write ? "" : write.error());
    auto read = store::ReadDatabase::open(folder);
    EXPECT_TRUE(read) << (read ? "" : read.error());
    static auto const library = open_library(std::nullopt).library;
    app_ = std::make_unique<ServerApp>(
        options, Archive::Databases{*std::move(write), *std::move(read)}, library);
    thread_ = std::thread([this] { app_->run(); });
  }
  ~RunningServer() { stop(); }

  void stop() {
    if (!thread_.joinable()) return;
    ask_to_stop();
    thread_.join();
    app_.reset();
  }
  // Like a signal: returns at once.
  void ask_to_stop() {
    app_->post([this] { app_->shut_down(); });
  }
  std::uint16_t port() const { return app_->port(); }

 private:
  std::unique_ptr<ServerApp> app_;
  std::thread thread_;
};

// Someone with a cookie of their own.
struct Browser {
  std::uint16_t port = 0;
  std::string cookie = "curveball=" + store::make_token();

  http::response<http::string_body> request(http::verb verb, std::string const& target) const {
    boost::asio::io_context loop;
    tcp::socket socket(loop);
    socket.connect({boost::asio::ip::make_address("127.0.0.1"), port});
    http::request<http::empty_body> request(verb, target, 11);
    request.set(http::field::host, "127.0.0.1:" + std::to_string(port));
    request.set(http::field::cookie, cookie);
    http::write(socket, request);
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    http::read(socket, buffer, response);
    return response;
  }
  json get(std::string const& target) const {
    return json::parse(request(http::verb::get, target).body(), nullptr, false);
  }
};

// One WebSocket. Every call waits for what it names.
class Client {
 public:
  // The network takes much less of what the server sends before this client reads when it is slow.
  enum class Network { plain, slow };

  explicit Client(Browser const& browser, std::string const& path = "/api/v1/practice",
                  Network network = Network::plain)
      : socket_(loop_) {
    auto const host = "127.0.0.1:" + std::to_string(browser.port);
    socket_.next_layer().open(tcp::v4());
    if (network == Network::slow) narrow();
    socket_.next_layer().connect({boost::asio::ip::make_address("127.0.0.1"), browser.port});
    socket_.set_option(
        websocket::stream_base::decorator([&browser](websocket::request_type& request) {
          request.set(http::field::cookie, browser.cookie);
        }));
    socket_.handshake(host, path);
  }

  void send(json const& frame) { socket_.write(boost::asio::buffer(frame.dump())); }

  // The next frame; a null value when the connection was closed, see close_code().
  json receive() {
    beast::flat_buffer buffer;
    beast::error_code failed;
    socket_.read(buffer, failed);
    if (failed) return nullptr;
    return json::parse(beast::buffers_to_string(buffer.data()));
  }
  unsigned close_code() const { return socket_.reason().code; }

  // Under an id of its own when `id` is empty.
  json start(std::string const& scenario = "pm-or-tpm", std::string id = "") {
    if (id.empty()) id = store::make_token();
    send({{"v", 1},
          {"type", "start"},
          {"body", {{"id", id}, {"scenario", scenario}, {"seed", "7"}}}});
    auto const frame = receive();
    session_ = frame.value("session", "");
    return frame;
  }
  json answer(std::string const& id, std::string const& text) {
    send_answer(id, text);
    return receive();
  }
  void send_answer(std::string const& id, std::string const& text) {
    send({{"v", 1},
          {"type", "answer"},
          {"session", session_},
          {"body", {{"id", id}, {"text", text}}}});
  }
  json command(std::string const& id, std::string const& name) {
    send_command(id, name);
    return receive();
  }
  void send_command(std::string const& id, std::string const& name) {
    send({{"v", 1},
          {"type", "command"},
          {"session", session_},
          {"body", {{"id", id}, {"name", name}}}});
  }
  json resume(std::string const& session, unsigned after) {
    send_resume(session, after);
    return receive();
  }
  void send_resume(std::string const& session, unsigned after) {
    session_ = session;
    send({{"v", 1}, {"type", "resume"}, {"session", session}, {"body", {{"after", after}}}});
  }
  // The server has read everything that was sent before this returns. Nothing may be on its way.
  void reach_server() {
    send("reach");
    EXPECT_EQ(receive()["body"]["code"], "bad_message");
  }
  // Names this session from now on.
  void go_on_with(std::string const& session) { session_ = session; }
  std::string const& session() const { return session_; }
  // The port of its end of the connection.
  std::uint16_t local_port() const { return socket_.next_layer().local_endpoint().port(); }

 private:
  // Small segments and a small window: the system's buffers follow both.
  void narrow() {
    int const segment = 1'400;
    ::setsockopt(socket_.next_layer().native_handle(), IPPROTO_TCP, TCP_MAXSEG, &segment,
                 sizeof segment);
    socket_.next_layer().set_option(boost::asio::socket_base::receive_buffer_size(16 * 1'024));
  }

  boost::asio::io_context loop_;
  websocket::stream<tcp::socket> socket_;
  std::string session_;
};

}  // namespace curveball::app::testing
