#include "wire/score.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "interview/report.hpp"
#include "wire/report_json.hpp"

namespace curveball::wire {
namespace {

using interview::Program;
using nlohmann::json;

json hit_json(Program const& program, interview::EvidenceHit const& hit, std::string_view text) {
  auto const& heard = program.concepts[hit.concept_index];
  json words = json::array();
  for (auto const& [span, kind, read_as] : hit.evidence) {
    words.push_back(text.substr(span.begin, span.end - span.begin));
  }
  return {{"concept", heard.id},
          {"name", heard.name},
          {"red_flag", heard.red_flag},
          {"pattern", hit.pattern},
          {"strength_pm", hit.strength_pm},
          {"credit_pm", hit.credit_pm},
          {"spans", spans_json(hit.evidence)},
          {"words", std::move(words)}};
}

json missed_json(Program const& program, interview::Reading const& reading) {
  json missed = json::array();
  for (auto const expected : program.script.turns[reading.turn].expects) {
    bool const heard =
        std::any_of(reading.hits.begin(), reading.hits.end(),
                    [expected](auto const& hit) { return hit.concept_index == expected; });
    if (!heard) missed.push_back(program.concepts[expected].id);
  }
  return missed;
}

}  // namespace

std::string encode_score(Program const& program, interview::Event const& event,
                         dialogue::State const& after) {
  auto const& reading = event.reading;
  std::string_view const text = std::get<interview::Answered>(event.input).text;
  json hits = json::array();
  for (auto const& hit : reading.hits) hits.push_back(hit_json(program, hit, text));
  json score = {{"turn", program.script.turns[reading.turn].id},
                {"words", reading.words},
                {"thin", reading.thin},
                {"truncated", reading.truncated},
                {"list", reading.list},
                {"hits", std::move(hits)},
                {"missed", missed_json(program, reading)}};
  score.update(receipt_json(program, interview::report_of_answer(program, after, event)));
  return score.dump(2);
}

}  // namespace curveball::wire
