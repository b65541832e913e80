// All scenarios of a folder, or those inside the program: what the library shows and sessions run.
// Thread: any; built once, then only read.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "interview/program.hpp"
#include "scenario/diagnostic.hpp"
#include "scenario/load.hpp"
#include "scenario/source.hpp"

namespace curveball::scenario {

struct Entry {
  interview::Card card;
  rubric::Rubric rubric;
  std::shared_ptr<interview::Program const> program;  // Null in an outline.
  Canonical canonical;
  std::string file;  // As shown in messages.
};

struct Catalogue {
  std::vector<Entry> entries;           // By scenario id; only what compiles without error.
  std::vector<Diagnostic> diagnostics;  // Of all files.
};

// Loads every .json file outside shared/, profiles/ and schemas/. A file with errors is left out
// and hides no other. Of two files with the same scenario id the first by path stays. What differs
// from versions.lock, when that is there, is reported but stays.
Catalogue load_catalogue(FileSource const& source, Checks checks = Checks::lint);

// The text of versions.lock for these entries: a comment, then "id version sha256" a line, by id.
std::string versions_lock(Catalogue const& catalogue);

// The files of prompts/ that are linked into the program.
std::span<EmbeddedFile const> embedded_prompts();

}  // namespace curveball::scenario
