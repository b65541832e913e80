#include "app/programs.hpp"

#include <cstring>

#include "scenario/load.hpp"
#include "store/hash.hpp"

namespace curveball::app {

std::size_t Programs::HashOfHash::operator()(store::Hash const& hash) const {
  std::size_t value = 0;
  std::memcpy(&value, hash.data(), sizeof value);
  return value;
}

Result<std::shared_ptr<interview::Program const>, std::string> Programs::get(
    store::Reader& reader, store::Hash const& hash) {
  if (auto const* entry = library_->find(hash)) return entry->script->get();
  if (auto const found = compiled_.find(hash); found != compiled_.end()) return found->second;
  auto const script = reader.script(hash);
  if (!script) return Unexpected<std::string>{"its script is not stored"};
  if (store::sha256(script->canonical) != hash) {
    return Unexpected<std::string>{"the stored script does not match its hash"};
  }
  auto program = scenario::load_canonical(script->canonical).program;
  if (!program) return Unexpected<std::string>{"its script no longer compiles"};
  if (compiled_.size() >= capacity_) compiled_.clear();
  compiled_.emplace(hash, program);
  return program;
}

}  // namespace curveball::app
