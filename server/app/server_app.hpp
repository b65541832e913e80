// The running server: every part in build order, joined here and nowhere else.
// Thread: io (the thread that calls run), which is also main.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "app/api.hpp"
#include "app/archive.hpp"
#include "app/commands.hpp"
#include "app/library.hpp"
#include "app/log.hpp"
#include "app/practice.hpp"
#include "app/web_files.hpp"
#include "net/event_loop.hpp"
#include "net/server.hpp"
#include "text/word_cache.hpp"

namespace curveball::app {

class ServerApp {
 public:
  // Listens when it returns; connections are served by run().
  // Throws std::system_error when it cannot listen (std::errc::address_in_use: the port is taken).
  ServerApp(ServeOptions const& options, Archive::Databases databases,
            std::shared_ptr<Library const> library);

  std::uint16_t port() const { return server_.port(); }

  // Serves until a signal comes or shut_down() is called from the io thread.
  void run();

  // Takes nothing new, stores and tells what was taken (for limits::drain_ms at the most), closes
  // every connection with 1001 and lets run() return.
  void shut_down();

  // Runs `job` on the io thread; callable from any thread.
  void post(std::function<void()> job) { loop_.post(std::move(job)); }

 private:
  net::ServerSettings settings(ServeOptions const& options) const;
  net::Upcalls upcalls();
  void store_scripts();

  Log log_;                                 // Lines to standard error, from a thread of its own.
  net::EventLoop loop_;                     // Everything below runs on it.
  std::shared_ptr<Library const> library_;  // What can be started.
  WebFiles web_files_;                      // Outlive every answer.
  text::WordCache words_;                   // Of the io thread.
  Archive archive_;                         // The database, on its two threads.
  Practice practice_;                       // Sessions in memory.
  Api api_;                                 // REST and static files.
  net::Server server_;                      // The port.
  net::Signals signals_;                    // SIGINT and SIGTERM shut it down.
};

}  // namespace curveball::app
