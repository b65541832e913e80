#include "wire/report_json.hpp"

#include <nlohmann/json.hpp>

#include "interview/delivery.hpp"
#include "wire/delivery_json.hpp"
#include "wire/feedback_json.hpp"
#include "wire/names.hpp"

namespace curveball::wire {
namespace {

using interview::Program;
using interview::Report;
using nlohmann::json;

json quotes_json(Program const& program, std::vector<interview::Quote> const& quotes) {
  json list = json::array();
  for (auto const& quote : quotes) list.push_back(quote_json(program, quote));
  return list;
}

json not_said_json(Program const& program, std::vector<interview::NotSaid> const& missing) {
  json list = json::array();
  for (auto const& item : missing) {
    auto const& wanted = program.concepts[item.concept_index];
    list.push_back({{"concept", wanted.id},
                    {"name", wanted.name},
                    {"advice", wanted.advice},
                    {"turn", program.script.turns[item.turn].id},
                    {"worth_pm", item.worth_pm}});
  }
  return list;
}

json limit_json(rubric::Limit limit) {
  return limit == rubric::Limit::none ? json() : json(cap_limits.of(limit));
}

json limiting_concept_json(Program const& program, rubric::CriterionResult const& result) {
  return result.limiting_concept ? json(program.concepts[*result.limiting_concept].id) : json();
}

// The rule that the words met, as the author wrote it.
json rule_json(Program const& program, std::uint32_t pattern) {
  auto const& texts = program.pattern_texts;
  return pattern < texts.size() ? json(texts[pattern]) : json();
}

json criterion_json(Program const& program, rubric::Criterion const& criterion,
                    interview::CriterionReport const& report) {
  auto const& result = report.result;
  return {{"id", criterion.id},
          {"name", criterion.name},
          {"must_have", result.must_have},
          {"level", result.level},
          {"uncapped_level", result.uncapped_level},
          {"coverage_pm", result.coverage_pm},
          {"k", criterion.k},
          {"anchor", report.shown},
          {"anchors", anchors_json(criterion)},
          {"rule", report.rule},
          {"next_condition", text_or_null(report.next_condition)},
          {"limit", limit_json(result.limit)},
          {"limiting_concept", limiting_concept_json(program, result)},
          {"quotes", quotes_json(program, report.quotes)},
          {"not_said", not_said_json(program, report.not_said)}};
}

json criteria_json(Program const& program, Report const& report) {
  json list = json::array();
  for (std::size_t i = 0; i < report.criteria.size(); ++i) {
    list.push_back(criterion_json(program, program.rubric.criteria[i], report.criteria[i]));
  }
  return list;
}

json flags_json(Program const& program, Report const& report) {
  json list = json::array();
  for (auto const& flag : report.flags) {
    auto const& said = program.concepts[flag.concept_index];
    json capped = json::array();
    for (auto const index : flag.capped) capped.push_back(program.rubric.criteria[index].id);
    list.push_back({{"concept", said.id},
                    {"name", said.name},
                    {"correction", text_or_null(said.correction)},
                    {"capped", std::move(capped)},
                    {"quotes", quotes_json(program, flag.quotes)}});
  }
  return list;
}

// The question of an ask as it was put, found among the lines that were said.
std::string question_of(Program const& program, dialogue::Index turn,
                        std::span<interview::Event const> events) {
  auto const& id = program.script.turns[turn].id;
  for (auto const& event : events) {
    for (auto const& line : event.outcome.lines) {
      if (line.kind == dialogue::LineKind::ask && line.id == id) return line.text;
    }
  }
  return {};
}

json samples_json(std::vector<interview::Sample> const& samples) {
  json list = json::array();
  for (auto const& sample : samples) {
    list.push_back({{"id", sample.id}, {"grade", sample.grade}, {"text", sample.text}});
  }
  return list;
}

json asks_json(Program const& program, Report const& report,
               std::span<interview::Event const> events) {
  json list = json::array();
  for (auto const& ask : report.asks) {
    json answers = json::array();
    for (auto const seq : ask.answers) answers.push_back(seq);
    list.push_back({{"turn", program.script.turns[ask.turn].id},
                    {"question", question_of(program, ask.turn, events)},
                    {"answers", std::move(answers)},
                    {"samples", samples_json(ask.samples)}});
  }
  return list;
}

json verdict_json(Program const& program, Report const& report) {
  auto const& judgement = report.judgement;
  auto const& profile = program.rubric.profile;
  auto const& verdict = profile.verdicts[judgement.verdict];
  auto const& rule = profile.rules[judgement.rule];
  return {{"id", verdict.id},
          {"name", verdict.name},
          {"rule", rule.id},
          {"why", report.why},
          {"scale", scale_json(program.rubric)}};
}

json curveballs_json(Program const& program, Report const& report) {
  json list = json::array();
  for (auto const index : report.curveballs) {
    list.push_back(program.script.curveballs.items[index].id);
  }
  return list;
}

json notes_json(Report const& report) {
  json list = json::array();
  for (auto const& note : report.notes) list.push_back({{"seq", note.seq}, {"text", note.text}});
  return list;
}

}  // namespace

json masked_json(std::span<interview::MaskedWords const> words) {
  json list = json::array();
  for (auto const& [seq, masked] : words) {
    list.push_back({{"seq", seq},
                    {"begin", masked.span.begin},
                    {"end", masked.span.end},
                    {"reason", mask_reasons.of(masked.reason)},
                    {"why", interview::mask_in_words(masked.reason)}});
  }
  return list;
}

json spans_json(std::span<matching::Evidence const> evidence) {
  json spans = json::array();
  for (auto const& [span, kind, read_as] : evidence) {
    json row = {span.begin, span.end, match_kinds.of(kind)};
    if (!read_as.empty()) row.push_back(read_as);
    spans.push_back(std::move(row));
  }
  return spans;
}

json quote_json(Program const& program, interview::Quote const& quote) {
  auto const& heard = program.concepts[quote.concept_index];
  return {{"seq", quote.seq},
          {"concept", heard.id},
          {"name", heard.name},
          {"strength_pm", quote.strength_pm},
          {"credit_pm", quote.credit_pm},
          {"counts_pm", quote.counts_pm},
          {"pattern", quote.pattern},
          {"rule", rule_json(program, quote.pattern)},
          {"spans", spans_json(quote.evidence)}};
}

json receipt_json(Program const& program, Report const& report) {
  return {{"profile", program.rubric.profile.id},
          {"verdict", verdict_json(program, report)},
          {"mean_level_pm", report.judgement.mean_level_pm},
          {"criteria", criteria_json(program, report)},
          {"flags", flags_json(program, report)},
          {"lift", lift_json(program, report)},
          {"levels", levels_json(program, report)},
          {"masked", masked_json(report.masked)},
          {"notes", notes_json(report)}};
}

json report_json(Program const& program, ReportFrame const& frame, Report const& report,
                 std::span<interview::Event const> events) {
  json body = {{"session", frame.row->session},
               {"scenario", scenario_json(*frame.row)},
               {"level", frame.row->level},
               {"seed", std::to_string(frame.seed)},
               {"engine_revision", frame.engine_revision},
               {"time_scale_pm", frame.time_scale_pm},
               {"partial", report.partial},
               {"ending", endings.of(report.ending)},
               {"answers", report.answers},
               {"words", report.words},
               {"elapsed_ms", report.elapsed_ms},
               {"asks", asks_json(program, report, events)},
               {"curveballs", curveballs_json(program, report)},
               {"delivery", delivery_json(program, interview::delivery(program, events))}};
  body.update(receipt_json(program, report));
  return body;
}

std::string encode_receipt(Program const& program, Report const& report) {
  return receipt_json(program, report).dump();
}

std::string encode_report(Program const& program, ReportFrame const& frame, Report const& report,
                          std::span<interview::Event const> events) {
  return report_json(program, frame, report, events).dump();
}

}  // namespace curveball::wire
