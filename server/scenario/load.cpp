#include "scenario/load.hpp"

#include <array>
#include <openssl/evp.h>
#include <stdexcept>
#include <utility>

#include "interview/hearing.hpp"
#include "scenario/canonical.hpp"
#include "scenario/compile.hpp"
#include "scenario/lint.hpp"
#include "scenario/run_cases.hpp"

namespace curveball::scenario {
namespace {

std::string sha256_of(std::string const& text) {
  // Looked up once: libcrypto would look for it anew in each digest otherwise.
  static EVP_MD const* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, 32> digest{};
  auto const done = EVP_Digest(text.data(), text.size(), digest.data(), nullptr, method, nullptr);
  if (done != 1) throw std::runtime_error("libcrypto cannot compute a SHA-256");
  std::string hex;
  for (auto const byte : digest) {
    for (auto const half : {byte / 16, byte % 16}) hex += "0123456789abcdef"[half];
  }
  return hex;
}

void compile(Compilation& compilation) {
  compilation.program.asks_for_standing = false;  // Until an expression does.
  compile_script(compilation);
  compile_rubric(compilation);
  compile_patterns(compilation);
  if (compilation.wants_patterns) {
    compilation.program.heard = interview::heard_by_turn(compilation.program);
    compilation.program.known = interview::known_texts(compilation.program);
  }
  compile_cases(compilation);
  auto& program = compilation.program;
  program.card.questions = usual_questions(program.script, compilation.cases);
}

void report_failures(TestReport const& report, Findings& findings) {
  for (auto const& failure : report.failures) {
    auto const code = failure.is_walkthrough ? Code::walkthrough_failed : Code::exemplar_failed;
    findings.add_at(code, failure.place.file,
                    {.line = failure.place.line, .column = failure.place.column}, failure.summary);
  }
}

void check_meaning(Compilation const& compilation, Checks checks, Findings& findings) {
  if (checks == Checks::compile) return;
  lint_safety(compilation, findings);
  if (checks == Checks::outline) return;
  lint_sense(compilation, findings);
  if (checks == Checks::lint || findings.has_errors()) return;
  report_failures(run_cases(compilation.program, compilation.cases), findings);
}

Loaded load_complete(Bundle const& bundle, Checks checks, Findings& findings) {
  Loaded loaded;
  Compilation compilation{.bundle = bundle,
                          .findings = findings,
                          .names = collect_names(bundle, findings),
                          .wants_patterns = checks != Checks::outline};
  // A name that stands for two things would only bring up faults that are none.
  auto const clear_names =
      !findings.has(Code::schema_violation) && !findings.has(Code::duplicate_id);
  if (clear_names) compile(compilation);
  if (clear_names && !findings.has_errors()) {
    check_meaning(compilation, checks, findings);
    loaded.card = compilation.program.card;
    loaded.rubric = compilation.program.rubric;
    loaded.cases = std::move(compilation.cases);
    loaded.canonical.text = canonical_text(bundle);
    loaded.canonical.sha256 = sha256_of(loaded.canonical.text);
  }
  loaded.fits = !findings.has_errors();
  if (loaded.fits && compilation.wants_patterns) {
    loaded.program = std::make_shared<interview::Program const>(std::move(compilation.program));
  }
  return loaded;
}

}  // namespace

Loaded load(FileSource const& source, std::string const& path, Checks checks,
            std::string_view profile) {
  Findings findings;
  auto const bundle = read_bundle(source, path, profile, findings);
  auto loaded = bundle.complete ? load_complete(bundle, checks, findings) : Loaded{};
  loaded.diagnostics = std::move(findings).take();
  return loaded;
}

Loaded load_canonical(std::string_view text) {
  return load(split(text), std::string(merged_path), Checks::compile);
}

}  // namespace curveball::scenario
