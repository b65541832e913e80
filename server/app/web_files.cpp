#include "app/web_files.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "store/hash.hpp"

namespace curveball::app {

WebFiles::WebFiles(std::optional<std::filesystem::path> const& folder) {
  if (folder) load(*folder);
  files_ = folder ? std::span<EmbeddedFile const>(own_) : embedded_web();
}

void WebFiles::load(std::filesystem::path const& folder) {
  if (!std::filesystem::exists(folder / "index.html")) {
    throw std::runtime_error(folder.string() + " holds no index.html; build the web client first");
  }
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    auto path = std::filesystem::relative(entry.path(), folder).generic_string();
    auto hash = store::to_hex(store::sha256(bytes));
    loaded_.push_back(
        std::make_unique<Loaded>(Loaded{std::move(path), std::move(bytes), std::move(hash)}));
    own_.push_back({loaded_.back()->path, loaded_.back()->bytes, loaded_.back()->sha256});
  }
}

}  // namespace curveball::app
