#include "wire/delivery_json.hpp"

#include <nlohmann/json.hpp>

namespace curveball::wire {
namespace {

using nlohmann::json;

template <class Number>
json number_or_null(std::optional<Number> const& number) {
  return number ? json(*number) : json();
}

json story_json(std::optional<interview::StoryDelivery> const& story) {
  if (!story) return {};
  auto const& [situation, task, action, result] = story->sentences;
  return {{"situation", situation},
          {"task", task},
          {"action", action},
          {"result", result},
          {"quantified_result", story->quantified_result}};
}

json answer_json(interview::Program const& program, interview::AnswerDelivery const& answer) {
  return {{"seq", answer.seq},
          {"turn", program.script.turns[answer.turn].id},
          {"to_probe", answer.to_probe},
          {"words", answer.words},
          {"words_to_first_point", number_or_null(answer.words_to_first_point)},
          {"hedges", answer.manner.hedges},
          {"fillers", answer.manner.fillers},
          {"asks", answer.manner.asks},
          {"own_actions", answer.manner.own_actions},
          {"shared_actions", answer.manner.shared_actions},
          {"story", story_json(answer.story)}};
}

}  // namespace

json delivery_json(interview::Program const& program, interview::Delivery const& delivery) {
  json answers = json::array();
  for (auto const& answer : delivery.answers) answers.push_back(answer_json(program, answer));
  return {{"words", delivery.words},
          {"hedges", delivery.manner.hedges},
          {"fillers", delivery.manner.fillers},
          {"asks", delivery.manner.asks},
          {"own_share_pm", number_or_null(delivery.own_share_pm)},
          {"answers", std::move(answers)}};
}

}  // namespace curveball::wire
