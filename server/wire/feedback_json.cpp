#include "wire/feedback_json.hpp"

#include <nlohmann/json.hpp>

#include "interview/hearing.hpp"
#include "wire/report_json.hpp"

namespace curveball::wire {
namespace {

using interview::Program;
using nlohmann::json;

json verdict_named(Program const& program, std::uint8_t verdict) {
  auto const& named = program.rubric.profile.verdicts[verdict];
  return {{"id", named.id}, {"name", named.name}};
}

json say_json(Program const& program, rubric::Lift const& lift) {
  json list = json::array();
  for (auto const index : lift.say) {
    auto const& slot = program.script.slots[index];
    auto const& wanted = program.concepts[slot.concept_index];
    list.push_back({{"concept", wanted.id},
                    {"name", wanted.name},
                    {"advice", wanted.advice},
                    {"turn", program.script.turns[slot.turn].id}});
  }
  return list;
}

json fuller_json(Program const& program, rubric::Lift const& lift) {
  json list = json::array();
  for (auto const turn : lift.fuller) {
    list.push_back({{"turn", program.script.turns[turn].id},
                    {"words", interview::words_needed(program.asks[turn].mode)}});
  }
  return list;
}

json unsay_json(Program const& program, rubric::Lift const& lift) {
  json list = json::array();
  for (auto const index : lift.unsay) {
    auto const& flag = program.concepts[index];
    list.push_back(
        {{"concept", flag.id}, {"name", flag.name}, {"correction", text_or_null(flag.correction)}});
  }
  return list;
}

}  // namespace

json lift_json(Program const& program, interview::Report const& report) {
  auto const& found = report.feedback.lift;
  if (found.words.empty()) return nullptr;
  auto const lift = found.lift.value_or(rubric::Lift{});
  return {{"verdict", found.lift ? verdict_named(program, lift.verdict) : json()},
          {"words", found.words},
          {"smallest", lift.smallest},
          {"elsewhere", found.elsewhere},
          {"say", say_json(program, lift)},
          {"fuller", fuller_json(program, lift)},
          {"unsay", unsay_json(program, lift)}};
}

json levels_json(Program const& program, interview::Report const& report) {
  json list = json::array();
  for (auto const& grade : report.feedback.grades) {
    json stop;
    if (grade.criterion) {
      auto const& criterion = program.rubric.criteria[*grade.criterion];
      stop = {{"id", criterion.id}, {"name", criterion.name}, {"level", grade.level}};
    }
    list.push_back({{"level", grade_name(grade.grade)},
                    {"verdict", verdict_named(program, grade.verdict)},
                    {"stopped_by", std::move(stop)},
                    {"next_condition", text_or_null(grade.next)}});
  }
  return list;
}

}  // namespace curveball::wire
