// A corpus of one question, small enough to work out its scores by hand.
#pragma once

#include "evaluation/temp_folder.hpp"

namespace curveball::evaluation::testing {

inline constexpr std::string_view small_question = R"({
  "schema": 1, "id": "small", "version": 1, "locale": "en", "role": "tpm", "round": "technical",
  "level": "L5", "minutes": 3, "title": "Small", "summary": "Small.", "brief": "You are here.",
  "uses": ["../shared/manners.json"], "profile": "../shared/four-step.json",
  "concepts": [
    { "id": "owner", "name": "Owner", "advice": "Name an owner.", "any": ["named owner"],
      "samples": { "yes": ["We have a named owner."], "no": ["We own it."] } },
    { "id": "date", "name": "Date", "advice": "Give a date.", "any": ["decision date"],
      "samples": { "yes": ["There is a decision date."], "no": ["We decide later."] } },
    { "id": "blame", "kind": "red_flag", "name": "Blame", "advice": "Do not blame.",
      "any": ["their fault"],
      "samples": { "yes": ["It was their fault."], "no": ["It was my fault."] } }
  ],
  "criteria": [{
    "id": "plan", "name": "Plan", "must_have": true,
    "from": [{ "turn": "question", "concepts": ["owner", "date"] }], "k": 2,
    "levels": [
      { "level": 1, "anchor": "None." },
      { "level": 2, "anchor": "Some.", "coverage": 1 },
      { "level": 3, "anchor": "One.", "coverage": 500 },
      { "level": 4, "anchor": "Both.", "coverage": 1000 }
    ]
  }],
  "start": "question",
  "turns": [
    { "id": "question", "mode": "technical", "ask": ["What is your plan for the launch?"],
      "expects": ["owner", "date"],
      "exemplars": [
        { "id": "strong", "grade": "strong",
          "text": "There is a named owner for the plan and one decision date in May.",
          "expect": { "hit": ["owner", "date"] } },
        { "id": "weak", "grade": "weak", "text": "We will see how it goes and talk about it then.",
          "expect": { "hit": [] } }
      ],
      "next": [{ "id": "on", "goto": "end" }] },
    { "id": "end", "end": ["Thank you."] }
  ]
})";

inline constexpr std::string_view small_answers =
    R"({"id": "s", "kind": "strong-plain", "level": 4, "why": "-", "text": "I have a named owner for it, and a decision date on the 4th of May."}
{"id": "a", "kind": "adequate", "level": 3, "why": "-", "text": "I have a named owner for it and we will talk about the rest later on."}
{"id": "w", "kind": "weak-short", "level": 1, "why": "-", "text": "We will talk about it some day and then we can see what is what."}
{"id": "x", "kind": "stuffed", "level": 1, "why": "-", "text": "Everything at once now: named owner, decision date, alignment, synergy and so on."}
)";

// shared/, halves.jsonl ("measured") and the question with its answers.
inline void write_small_corpus(TempFolder const& folder) {
  std::filesystem::copy(std::filesystem::path(CURVEBALL_SOURCE_DIR) / "tests/corpus/shared",
                        folder.path() / "shared");
  folder.write("halves.jsonl", "{\"question\": \"small\", \"half\": \"measured\"}\n");
  folder.write("small/question.json", small_question);
  folder.write("small/answers.jsonl", small_answers);
}

}  // namespace curveball::evaluation::testing
