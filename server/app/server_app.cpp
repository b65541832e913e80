#include "app/server_app.hpp"

#include <utility>

#include "app/candidate.hpp"
#include "app/practice_conversation.hpp"

namespace curveball::app {
namespace {

constexpr std::string_view practice_path = "/api/v1/practice";

template <class T>
void override_default(T& setting, T const& chosen) {
  if (chosen != 0) setting = chosen;
}

PracticeLimits practice_limits(ServeOptions const& options) {
  PracticeLimits limits;
  override_default(limits.sessions, options.sessions_max);
  return limits;
}

}  // namespace

ServerApp::ServerApp(ServeOptions const& options, Archive::Databases databases,
                     std::shared_ptr<Library const> library)
    : library_(std::move(library)),
      web_files_(options.web_dir),
      archive_(loop_, std::move(databases), library_,
               [this](std::string_view text) { log_.line(text); }),
      practice_({loop_, archive_, words_, [this](std::string_view text) { log_.line(text); }},
                library_, practice_limits(options)),
      api_(archive_, practice_, library_, net::StaticFiles(web_files_.files())),
      server_(loop_, settings(options), upcalls()),
      signals_(loop_, [this](int) { shut_down(); }) {
  store_scripts();
}

net::ServerSettings ServerApp::settings(ServeOptions const& options) const {
  net::ServerSettings settings;
  settings.address = options.address;
  settings.port = options.port;
  settings.hosts = options.hosts;
  settings.origins = options.origins;
  override_default(settings.limits.connections, options.connections_max);
  override_default(settings.limits.messages_per_window, options.messages_per_window);
  return settings;
}

net::Upcalls ServerApp::upcalls() {
  net::Upcalls upcalls;
  upcalls.handle = [this](net::HttpRequest request, net::HttpResponder responder) {
    api_.handle(std::move(request), std::move(responder));
  };
  upcalls.open = [this](
                     net::UpgradeRequest const& request,
                     net::Peer peer) -> Result<std::unique_ptr<net::Conversation>, net::Refusal> {
    if (request.path != practice_path) {
      return Unexpected{net::Refusal{404, "There is no WebSocket at this address."}};
    }
    auto const token = token_hash_of(request.cookie);
    if (!token) {
      return Unexpected{
          net::Refusal{401, "The candidate cookie is missing: get /api/v1/library first."}};
    }
    return std::unique_ptr<net::Conversation>(
        std::make_unique<PracticeConversation>(practice_, archive_, *token, std::move(peer)));
  };
  upcalls.log = [this](std::string_view text) { log_.line(text); };
  return upcalls;
}

// Jobs are carried out in order, so every session finds its script stored.
void ServerApp::store_scripts() {
  for (auto const& entry : library_->entries()) {
    auto const& card = entry.card;
    store::PutScript job;
    job.script = {entry.hash, card.id,           card.version, card.title,
                  card.role,  schema_of_scripts, wall_now(),   entry.script->canonical()};
    job.done = [this](auto const& result) {
      if (!result) log_.line("event=script_not_stored what=\"" + result.error().message + "\"");
    };
    if (!archive_.write(std::move(job))) log_.line("event=script_not_stored what=\"queue full\"");
  }
}

void ServerApp::run() {
  loop_.run([this](std::string_view what) {
    log_.line("event=handler_fault what=\"" + std::string(what) + "\"");
  });
}

void ServerApp::shut_down() {
  if (practice_.stopping()) return;
  signals_.cancel();
  server_.stop_accepting();
  practice_.drain([this] {
    server_.shutdown();
    practice_.shut_down();
  });
}

}  // namespace curveball::app
