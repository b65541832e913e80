// Programs by the hash of their script: those of the library, and those that only stored sessions
// still use, compiled from the stored script.
// Thread: one; the programs themselves are shared.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>

#include "app/library.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"
#include "interview/program.hpp"
#include "store/reader.hpp"

namespace curveball::app {

class Programs {
 public:
  explicit Programs(std::shared_ptr<Library const> library,
                    std::size_t capacity = limits::compiled_scripts)
      : library_(std::move(library)), capacity_(capacity) {}

  // Never null. The error says what is wrong with the stored script, which means a damaged
  // database: it is not there, its bytes do not have the hash, or it no longer compiles.
  Result<std::shared_ptr<interview::Program const>, std::string> get(store::Reader& reader,
                                                                     store::Hash const& hash);

 private:
  struct HashOfHash {
    std::size_t operator()(store::Hash const& hash) const;
  };

  std::shared_ptr<Library const> library_;
  std::size_t capacity_;
  std::unordered_map<store::Hash, std::shared_ptr<interview::Program const>, HashOfHash> compiled_;
};

}  // namespace curveball::app
