// The review of a session as values: folded from its events, computed on demand, never stored.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dialogue/state.hpp"
#include "interview/event.hpp"
#include "interview/feedback.hpp"
#include "interview/masked.hpp"
#include "interview/program.hpp"
#include "matching/pattern_set.hpp"
#include "rubric/judge.hpp"

namespace curveball::interview {

// One quoted piece of evidence. `seq` is the event whose answer holds the spans.
struct Quote {
  std::uint32_t seq = 0;
  dialogue::Index concept_index = dialogue::none;
  std::uint16_t strength_pm = 0;
  std::uint16_t credit_pm = 0;
  std::uint32_t pattern = 0;
  std::vector<matching::Evidence> evidence;
  // Of credit_pm, what counts towards the coverage: those of a criterion, divided by its k, are the
  // coverage. 0 where the concept was heard better elsewhere, where k others are better, and always
  // for a red flag.
  std::uint16_t counts_pm = 0;
};

// A concept that the criterion wanted and that was never heard where it counts. Of a report each
// such concept stands once, where it would add most, and only where it would add something.
struct NotSaid {
  dialogue::Index concept_index = dialogue::none;
  dialogue::Index turn = dialogue::none;  // The first attempted ask where it was wanted.
  std::uint16_t worth_pm = 0;  // Coverage that it would add; the list is sorted by it. 0: none,
                               // but the next level wants it by name.
};

struct CriterionReport {
  rubric::CriterionResult result;
  std::string shown;           // The level in words: its anchor, or what caps it.
  std::string rule;            // "Coverage 67 %; level 3 asks for 67 %", in plain words.
  std::string next_condition;  // What the next level wants; empty at level 4.
  std::vector<Quote> quotes;   // Each time a concept was heard where it counts, in seq order.
  std::vector<NotSaid> not_said;
};

struct FlagReport {
  dialogue::Index concept_index = dialogue::none;
  std::vector<Quote> quotes;
  std::vector<std::uint16_t> capped;  // Criteria.
};

// One ask that the candidate reached.
struct AskReport {
  dialogue::Index turn = dialogue::none;
  bool attempted = false;              // An answer was given from which the interview went on.
  std::vector<std::uint32_t> answers;  // Seqs of all that was said to it and its probes.
  std::vector<Sample> samples;         // To compare with; empty unless it was attempted.
};

struct Report {
  rubric::Judgement judgement;
  std::string why;       // Of the verdict, in plain words.
  bool partial = false;  // The interview did not reach its end.
  dialogue::Ending ending = dialogue::Ending::not_over;
  std::uint32_t answers = 0;
  std::uint32_t words = 0;
  std::int64_t elapsed_ms = 0;
  std::vector<CriterionReport> criteria;  // In the rubric's order.
  std::vector<FlagReport> flags;
  std::vector<AskReport> asks;              // In the order reached.
  std::vector<dialogue::Index> curveballs;  // In the order thrown.
  Feedback feedback;
  std::vector<MaskedWords> masked;  // What gave no evidence,
  std::vector<AnswerNote> notes;    // and what to do about it.
};

// `events` are all of one session, in order.
Report report(Program const& program, std::span<Event const> events);

// The report of one answer that was given to an ask on its own. `state` is the one after it.
Report report_of_answer(Program const& program, dialogue::State const& state, Event const& event);

}  // namespace curveball::interview
