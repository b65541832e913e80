#include "app/library.hpp"

#include <algorithm>

namespace curveball::app {

LibraryEntry const* Library::find(std::string_view id) const {
  auto const found = std::find_if(entries_.begin(), entries_.end(),
                                  [id](LibraryEntry const& entry) { return entry.card.id == id; });
  return found == entries_.end() ? nullptr : &*found;
}

LibraryEntry const* Library::find(store::Hash const& hash) const {
  auto const found =
      std::find_if(entries_.begin(), entries_.end(),
                   [&hash](LibraryEntry const& entry) { return entry.hash == hash; });
  return found == entries_.end() ? nullptr : &*found;
}

}  // namespace curveball::app
