// Golden transcripts: each walkthrough of each shipped interview as ids, levels and quoted spans.
// Wording of the interviewer is not in them, so a better sentence breaks nothing.
// CURVEBALL_WRITE_TRANSCRIPTS=1 writes the files anew (scripts/write-transcripts).
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "interview/report.hpp"

#include "shipped/shipped.hpp"

namespace curveball::shipped {
namespace {

using interview::Event;
using interview::Program;

std::string quoted(std::string const& text, interview::EvidenceHit const& hit) {
  std::string out;
  for (auto const& [span, kind, read_as] : hit.evidence) {
    out += " " + std::to_string(span.begin) + "-" + std::to_string(span.end) + " \"" +
           text.substr(span.begin, span.end - span.begin) + "\"";
  }
  return out;
}

std::string heard_lines(Program const& program, Event const& event) {
  auto const* said = std::get_if<interview::Answered>(&event.input);
  if (said == nullptr) return "";
  std::string out = "answer   " + std::to_string(event.reading.words) + " words" +
                    (event.reading.thin ? ", thin" : "") + "\n";
  for (auto const& hit : event.reading.hits) {
    out += "hit      " + program.concepts[hit.concept_index].id + " " +
           std::to_string(hit.credit_pm) + quoted(said->text, hit) + "\n";
  }
  return out;
}

std::string spoken_lines(Event const& event) {
  static constexpr char const* kinds[] = {"say",       "ask",    "probe",     "hint",
                                          "clarify",   "nudge",  "no_answer", "resume",
                                          "curveball", "repeat", "notice",    "end"};
  std::string out;
  for (auto const& line : event.outcome.lines) {
    std::string kind = kinds[static_cast<std::size_t>(line.kind)];
    kind.resize(9, ' ');
    out += kind + line.id + "\n";
  }
  return out;
}

std::string judgement_lines(Program const& program, std::vector<Event> const& events) {
  auto const report = interview::report(program, events);
  std::string out;
  for (std::size_t i = 0; i < report.criteria.size(); ++i) {
    out += "level    " + program.rubric.criteria[i].id + " " +
           std::to_string(report.criteria[i].result.level) + "\n";
  }
  for (auto const& flag : report.flags) {
    out += "flag     " + program.concepts[flag.concept_index].id + "\n";
  }
  auto const& profile = program.rubric.profile;
  return out + "verdict  " + profile.verdicts[report.judgement.verdict].id + " by " +
         profile.rules[report.judgement.rule].id + "\n";
}

std::string transcript_of(Program const& program, std::vector<Event> const& events) {
  std::string out;
  for (auto const& event : events) out += heard_lines(program, event) + spoken_lines(event);
  return out + judgement_lines(program, events);
}

std::string text_of(std::filesystem::path const& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST(Transcripts, EveryWalkthroughGoesAsItWentBefore) {
  bool const write = std::getenv("CURVEBALL_WRITE_TRANSCRIPTS") != nullptr;
  std::filesystem::path const root = std::string(CURVEBALL_SOURCE_DIR) + "/tests/transcripts";
  for (auto const& loaded : interviews()) {
    auto const folder = root / loaded.program->card.id;
    for (auto const& walkthrough : loaded.cases.walkthroughs) {
      auto const file = folder / (walkthrough.name + ".txt");
      auto const transcript = transcript_of(*loaded.program, play(*loaded.program, walkthrough));
      if (write) {
        std::filesystem::create_directories(folder);
        std::ofstream(file) << transcript;
      }
      EXPECT_EQ(transcript, text_of(file)) << file;
    }
  }
}

}  // namespace
}  // namespace curveball::shipped
