// Live sessions behind a real port and over a real store, without the rest of the server, so that a
// test can reach what stands between them.
#pragma once

#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "app/candidate.hpp"
#include "app/outsider.hpp"
#include "app/practice.hpp"
#include "app/practice_conversation.hpp"
#include "app/running_server.hpp"
#include "net/server.hpp"

namespace curveball::app::testing {

class PracticeServer {
 public:
  explicit PracticeServer(std::filesystem::path const& data_dir, PracticeLimits limits = {})
      : archive_(loop_, open(store::DataFolder(data_dir)), library(), [](std::string_view) {}),
        practice_(room(), library(), limits),
        other_(room(), library(), limits),
        server_(loop_, settings(), upcalls()) {
    store_scripts();
    thread_ = std::thread([this] { loop_.run([](std::string_view) {}); });
  }
  ~PracticeServer() { stop(); }

  void stop() {
    if (!thread_.joinable()) return;
    loop_.post([this] {
      server_.shutdown();
      practice_.shut_down();
      other_.shut_down();
    });
    thread_.join();
  }

  std::uint16_t port() const { return server_.port(); }
  // To be used on the io thread only.
  Practice& practice() { return practice_; }
  Archive& archive() { return archive_; }

  // Runs `job` on the io thread and gives what it returns.
  template <class Job>
  auto on_io(Job job) {
    std::packaged_task<decltype(job())()> task(std::move(job));
    auto result = task.get_future();
    loop_.post([&task] { task(); });
    return result.get();
  }

  static std::shared_ptr<Library const> library() {
    static auto const opened = open_library(std::nullopt).library;
    return opened;
  }

  // Connections to this path meet another Practice over the same store, which knows nothing of the
  // sessions that the first one has in memory.
  static constexpr char const* other_path = "/other";

 private:
  static Archive::Databases open(store::DataFolder const& folder) {
    auto write = store::WriteDatabase::open(folder, {.now = wall_now()});
    EXPECT_TRUE(write) << (write ? "" : write.error());
    auto read = store::ReadDatabase::open(folder);
    EXPECT_TRUE(read) << (read ? "" : read.error());
    return {*std::move(write), *std::move(read)};
  }
  static net::ServerSettings settings() {
    net::ServerSettings settings;
    settings.limits.messages_per_window = 1'000'000;
    return settings;
  }
  PracticeRoom room() {
    return {loop_, archive_, words_, [](std::string_view) {}};
  }
  net::Upcalls upcalls() {
    net::Upcalls upcalls;
    upcalls.handle = [](net::HttpRequest const&, net::HttpResponder responder) {
      responder.respond(net::problem(404, "only interviews here"));
    };
    upcalls.open = [this](net::UpgradeRequest const& request, net::Peer peer) -> net::Opening {
      auto& practice = request.path == other_path ? other_ : practice_;
      return std::unique_ptr<net::Conversation>(std::make_unique<PracticeConversation>(
          practice, archive_, *token_hash_of(request.cookie), std::move(peer)));
    };
    upcalls.log = [](std::string_view) {};
    return upcalls;
  }
  void store_scripts() {
    for (auto const& entry : library()->entries()) {
      auto const& card = entry.card;
      store::ScriptRow const script{
          entry.hash, card.id,           card.version, card.title,
          card.role,  schema_of_scripts, wall_now(),   entry.script->canonical()};
      EXPECT_TRUE(archive_.write(store::PutScript{script, [](auto const&) {}}));
    }
  }

  net::EventLoop loop_;
  text::WordCache words_;
  Archive archive_;
  Practice practice_;
  Practice other_;
  net::Server server_;
  std::thread thread_;
};

}  // namespace curveball::app::testing
