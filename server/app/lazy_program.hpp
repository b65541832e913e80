// The program of a canonical script, compiled when it is first asked for. A library shows many
// interviews and runs few, and compiling one takes some milliseconds and a megabyte.
// Thread: any, at the same time. Threads that are first together compile one each; one is kept.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "interview/program.hpp"

namespace curveball::app {

class LazyProgram {
 public:
  // `canonical` is the text of a scenario without errors.
  explicit LazyProgram(std::string canonical) : canonical_(std::move(canonical)) {}
  ~LazyProgram();
  LazyProgram(LazyProgram const&) = delete;
  LazyProgram& operator=(LazyProgram const&) = delete;

  std::string const& canonical() const { return canonical_; }

  // Never null; always the same one.
  std::shared_ptr<interview::Program const> get() const;

 private:
  using Shared = std::shared_ptr<interview::Program const>;

  std::string canonical_;
  mutable std::atomic<Shared const*> compiled_ = nullptr;  // Owned; null until it is asked for.
};

}  // namespace curveball::app
