// Public sets of short answers: a question, reference answers, and answers as people judged them.
// Thread: any; plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/lines.hpp"

namespace curveball::evaluation {

enum class Label : std::uint8_t { correct, incorrect, contradictory };

struct GradedAnswer {
  std::string text;
  std::optional<Label> label;   // Of SemEval-2013;
  std::optional<double> score;  // of SAF, 0 to 1.
};

struct ReferenceQuestion {
  std::string id;
  std::string text;
  std::vector<std::string> references;
  std::vector<GradedAnswer> answers;
};

// One question as SemEval-2013 task 7 and SAF write it (XML): <question id> with <questionText>,
// <referenceAnswers> and <studentAnswers>, whose answers either have the attribute accuracy or the
// elements <response> and <score>. `name` stands in the fault. Answers without text or judgement
// are left out.
Result<ReferenceQuestion, Fault> parse_question(std::string_view xml, std::string const& name);

}  // namespace curveball::evaluation
