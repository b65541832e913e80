#include "wire/export.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "wire/passage.hpp"
#include "wire/report_json.hpp"

namespace curveball::wire {
namespace {

using interview::Event;
using interview::Program;
using nlohmann::json;

// Where a line that begins so would begin a block of Markdown (CommonMark 0.31: lists, underlined
// headings, rules; GitHub's tables); npos when it would not. What `escaped` marks anywhere is not
// among it.
std::size_t block_mark(std::string_view line) {
  if (line.empty() || std::string_view("-+=:").find(line[0]) != std::string_view::npos) return 0;
  auto const after = line.find_first_not_of("0123456789");
  bool const counts = after != std::string_view::npos && after > 0;
  return counts && (line[after] == '.' || line[after] == ')') ? after : std::string_view::npos;
}

// Text inside Markdown, on one line, meaning only itself, also at the start of the line. White
// space in front is left out: it would make the line code.
std::string escaped(std::string_view text) {
  static constexpr std::string_view marks = "\\`*_[]<>#|~&";
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  auto const mark = block_mark(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (i == mark || marks.find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c == '\r' || c == '\n' ? ' ' : c);
  }
  return out;
}

std::string block_quote(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    out += "> " + escaped(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// Numbers of answers, from 1, as the candidate counts them.
class AnswerNumbers {
 public:
  explicit AnswerNumbers(std::span<Event const> events) {
    for (auto const& event : events) {
      if (std::holds_alternative<interview::Answered>(event.input)) seqs_.push_back(event.seq);
    }
  }

  // `seq` is of an answer.
  std::string of(std::uint32_t seq) const {
    auto const found = std::lower_bound(seqs_.begin(), seqs_.end(), seq);
    return std::to_string(found - seqs_.begin() + 1);
  }

 private:
  std::vector<std::uint32_t> seqs_;  // Ascending.
};

std::string said_by_candidate(Event const& event, AnswerNumbers const& numbers) {
  if (auto const* said = std::get_if<interview::Answered>(&event.input)) {
    return "**You** (answer " + numbers.of(event.seq) + ")\n\n" + block_quote(said->text) + "\n";
  }
  return "";
}

std::string transcript_markdown(Program const& program, std::span<Event const> events) {
  AnswerNumbers const numbers(events);
  auto const& name = program.card.interviewer.name;
  std::string const interviewer = name.empty() ? "Interviewer" : escaped(name);
  std::string out = "## Transcript\n\n";
  for (auto const& event : events) {
    out += said_by_candidate(event, numbers);
    for (auto const& line : event.outcome.lines) {
      out += "**" + interviewer + "**: " + escaped(line.text) + "\n\n";
    }
  }
  return out;
}

std::string quotes_markdown(Program const& program, interview::CriterionReport const& criterion,
                            std::span<Event const> events) {
  AnswerNumbers const numbers(events);
  std::string out;
  for (auto const& quote : criterion.quotes) {
    auto const* said = std::get_if<interview::Answered>(&events[quote.seq - 1].input);
    if (said == nullptr || quote.evidence.empty()) continue;
    out += "- " + escaped(program.concepts[quote.concept_index].name) + ": “" +
           escaped(passage(said->text, quote.evidence)) + "” (answer " + numbers.of(quote.seq) +
           ")\n";
  }
  return out;
}

std::string criterion_markdown(Program const& program, std::size_t index,
                               interview::Report const& report, std::span<Event const> events) {
  auto const& criterion = program.rubric.criteria[index];
  auto const& judged = report.criteria[index];
  std::string out = "### " + escaped(criterion.name) + ": level " +
                    std::to_string(judged.result.level) + " of 4" +
                    (judged.result.must_have ? " (must-have)" : "") + "\n\n";
  out += escaped(judged.shown) + "\n\n" + escaped(judged.rule);
  if (!judged.next_condition.empty()) out += " " + escaped(judged.next_condition);
  out += "\n\n" + quotes_markdown(program, judged, events);
  for (auto const& missing : judged.not_said) {
    auto const& wanted = program.concepts[missing.concept_index];
    out += "- Not said: " + escaped(wanted.name) + ". " + escaped(wanted.advice) + "\n";
  }
  return out + "\n";
}

// What would lift the verdict, and the verdict at each level, in a line each.
std::string feedback_markdown(Program const& program, interview::Feedback const& feedback) {
  std::string out;
  if (!feedback.lift.words.empty()) out += escaped(feedback.lift.words) + "\n\n";
  for (auto const& grade : feedback.grades) {
    out += grade.grade == rubric::Grade::l4 ? "At other levels: " : ", ";
    out += std::string(grade_name(grade.grade)) + " " +
           escaped(program.rubric.profile.verdicts[grade.verdict].name);
  }
  return out + ".\n\n";
}

// Each stretch that did not count, with the reason.
std::string masked_markdown(interview::Report const& report, std::span<Event const> events) {
  AnswerNumbers const numbers(events);
  std::string out;
  for (auto const& [seq, masked] : report.masked) {
    auto const* said = std::get_if<interview::Answered>(&events[seq - 1].input);
    if (said == nullptr) continue;
    auto const size = masked.span.end - masked.span.begin;
    out += "- Not counted: “" + escaped(said->text.substr(masked.span.begin, size)) + "” (answer " +
           numbers.of(seq) + "). " + escaped(interview::mask_in_words(masked.reason)) + "\n";
  }
  for (auto const& note : report.notes) {
    out += "- Answer " + numbers.of(note.seq) + ": " + escaped(note.text) + "\n";
  }
  return out;
}

std::string report_markdown(Program const& program, std::span<Event const> events) {
  auto const report = interview::report(program, events);
  if (report.ending == dialogue::Ending::not_over) return "";
  auto const& profile = program.rubric.profile;
  std::string out = "## Report: " + escaped(profile.verdicts[report.judgement.verdict].name) +
                    "\n\n" + escaped(report.why) + "\n\n" +
                    feedback_markdown(program, report.feedback);
  for (std::size_t i = 0; i < report.criteria.size(); ++i) {
    out += criterion_markdown(program, i, report, events);
  }
  for (auto const& flag : report.flags) {
    auto const& said = program.concepts[flag.concept_index];
    out += "- Red flag: " + escaped(said.name) + ". " + escaped(said.correction) + "\n";
  }
  return out + masked_markdown(report, events);
}

json header_json(ReportFrame const& frame) {
  return {{"format", "curveball.export/1"},           {"session", frame.row->session},
          {"scenario", scenario_json(*frame.row)},    {"seed", std::to_string(frame.seed)},
          {"engine_revision", frame.engine_revision}, {"started_at_ms", frame.row->started_at.ms}};
}

// What the frame of the event tells too: no words heard, no credit, no change of the state.
json told_of(json event) {
  event.erase("changes");
  event.erase("read");
  return event;
}

}  // namespace

std::string export_json_lines(ReportFrame const& frame, std::span<StoredLine const> lines,
                              std::optional<std::string_view> canonical_script,
                              std::optional<std::string_view> receipt) {
  json header = header_json(frame);
  if (canonical_script) header["script"] = json::parse(*canonical_script);
  bool const hides = !frame.row->over && !canonical_script;
  std::string out = header.dump() + "\n";
  for (auto const& line : lines) {
    json recorded = json::parse(line.payload);
    json const event = {{"seq", line.seq},
                        {"at_ms", line.at.ms},
                        {"elapsed_ms", line.elapsed.ms},
                        {"event", hides ? told_of(std::move(recorded)) : std::move(recorded)},
                        {"hash", line.hash}};
    out += event.dump() + "\n";
  }
  if (receipt) out += json{{"receipt", json::parse(*receipt)}}.dump() + "\n";
  json const trailer = {{"events", lines.size()},
                        {"last_hash", lines.empty() ? std::string_view() : lines.back().hash}};
  return out + trailer.dump() + "\n";
}

std::string export_markdown(Program const& program, ReportFrame const& frame,
                            std::span<Event const> events) {
  auto const& row = *frame.row;
  return "# " + escaped(row.scenario_title) + "\n\n" + "Session " + row.session + ", " +
         escaped(row.scenario_id) + " version " + std::to_string(row.scenario_version) + " (" +
         row.scenario_hash.substr(0, 12) + "), level " + row.level + ", seed " +
         std::to_string(frame.seed) + ".\n\n" + report_markdown(program, events) +
         transcript_markdown(program, events);
}

}  // namespace curveball::wire
