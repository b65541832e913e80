#include "app/lazy_program.hpp"

#include <stdexcept>
#include <utility>

#include "scenario/load.hpp"

namespace curveball::app {

LazyProgram::~LazyProgram() { delete compiled_.load(); }

std::shared_ptr<interview::Program const> LazyProgram::get() const {
  if (auto const* const known = compiled_.load()) return *known;
  auto mine = std::make_unique<Shared const>(scenario::load_canonical(canonical_).program);
  if (!*mine) throw std::logic_error("a script of the library does not compile");
  Shared const* first = nullptr;
  return compiled_.compare_exchange_strong(first, mine.get()) ? *mine.release() : *first;
}

}  // namespace curveball::app
