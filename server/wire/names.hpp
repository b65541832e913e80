// The words that enum values have on the wire and in stored events. One table each, used both ways.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "dialogue/outcome.hpp"
#include "dialogue/step.hpp"
#include "interview/event.hpp"
#include "matching/pattern_set.hpp"
#include "rubric/judge.hpp"

namespace curveball::wire {

// The names of an enum's values, in the order of the enum.
template <class Enum, std::size_t n>
struct Names {
  std::array<std::string_view, n> words;

  std::string_view of(Enum value) const { return words[static_cast<std::size_t>(value)]; }

  // Nothing when no value has that name.
  std::optional<Enum> find(std::string_view word) const {
    for (std::size_t i = 0; i < n; ++i) {
      if (words[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

inline constexpr Names<dialogue::LineKind, 12> line_kinds{{"say", "ask", "probe", "hint", "clarify",
                                                           "nudge", "no_answer", "resume",
                                                           "curveball", "repeat", "notice", "end"}};
inline constexpr Names<dialogue::ChangeKind, 18> change_kinds{
    {"credit", "flag", "thin", "set", "rule", "enter", "wait", "probe", "hint", "clarified",
     "no_answer", "soft_time", "pass_point", "call", "curveball", "come_back", "over",
     "own_question"}};
inline constexpr Names<dialogue::Command, 4> commands{{"hint", "repeat", "skip", "end"}};
inline constexpr Names<dialogue::TimerKind, 2> timers{{"soft", "hard"}};
inline constexpr Names<dialogue::Ending, 4> endings{
    {"not_over", "finished", "ended_early", "fault"}};
inline constexpr Names<matching::MatchKind, 4> match_kinds{{"exact", "stem", "synonym", "typo"}};
inline constexpr Names<text::MaskReason, 8> mask_reasons{
    {"none", "burst", "list", "salad", "echo", "sample", "repeat", "recital"}};
inline constexpr Names<rubric::Limit, 3> cap_limits{{"none", "red_flag", "thin_answers"}};
inline constexpr Names<dialogue::Refusal, 9> refusals{
    {"not_started", "already_started", "already_over", "empty_answer", "answer_too_long",
     "not_utf8", "no_hint_left", "stale_timer", "too_many_events"}};

}  // namespace curveball::wire
