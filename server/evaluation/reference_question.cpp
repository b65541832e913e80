#include "evaluation/reference_question.hpp"

#include <pugixml.hpp>
#include <utility>

namespace curveball::evaluation {
namespace {

std::optional<Label> label_named(std::string_view name) {
  if (name == "correct") return Label::correct;
  if (name == "incorrect") return Label::incorrect;
  if (name == "contradictory") return Label::contradictory;
  return std::nullopt;
}

GradedAnswer answer_of(pugi::xml_node const& node) {
  GradedAnswer answer;
  if (auto const response = node.child("response")) {
    answer.text = response.text().get();
    auto const score = node.child("score").text();
    if (!score.empty()) answer.score = score.as_double();
  } else {
    answer.text = node.text().get();
    answer.label = label_named(node.attribute("accuracy").as_string());
  }
  return answer;
}

}  // namespace

Result<ReferenceQuestion, Fault> parse_question(std::string_view xml, std::string const& name) {
  pugi::xml_document document;
  auto const parsed = document.load_buffer(xml.data(), xml.size());
  auto const root = document.child("question");
  if (!parsed || !root) {
    return Unexpected{Fault{name + ": " + (parsed ? "has no <question>" : parsed.description())}};
  }
  ReferenceQuestion question{.id = root.attribute("id").as_string(),
                             .text = root.child("questionText").text().get()};
  for (auto const& node : root.child("referenceAnswers")) {
    question.references.emplace_back(node.text().get());
  }
  for (auto const& node : root.child("studentAnswers")) {
    auto answer = answer_of(node);
    if (answer.text.empty() || (!answer.label && !answer.score)) continue;
    question.answers.push_back(std::move(answer));
  }
  return question;
}

}  // namespace curveball::evaluation
