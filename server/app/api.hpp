// The REST API and the static files: which request gets which answer (docs/PROTOCOL.md 3).
// Owned by the program's main function. Thread: io; what reads the database runs on the reader's.
#pragma once

#include <functional>
#include <memory>

#include "app/archive.hpp"
#include "app/library.hpp"
#include "app/practice.hpp"
#include "net/http.hpp"
#include "net/static_files.hpp"

namespace curveball::app {

class Api {
 public:
  Api(Archive& archive, Practice& practice, std::shared_ptr<Library const> library,
      net::StaticFiles web);

  void handle(net::HttpRequest request, net::HttpResponder responder);

 private:
  struct Call;
  using Query = std::function<net::HttpResponse(ReadingRoom&, store::Viewer)>;

  void route(Call& call);
  void route_session(Call& call, std::string_view rest);
  void health(Call const& call) const;
  void library(Call const& call) const;
  void library_item(Call const& call, std::string_view id) const;
  void sessions(Call const& call);
  void read(Call const& call, Query query);
  void remove(Call const& call, std::optional<store::SessionId> id);
  void remove_for(Call const& call, store::CandidateId candidate,
                  std::optional<store::SessionId> id);

  Archive& archive_;
  Practice& practice_;
  std::shared_ptr<Library const> library_;
  net::StaticFiles web_;
};

}  // namespace curveball::app
