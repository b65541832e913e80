#include "interview/hearing.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "interview/guard.hpp"
#include "matching/pattern_set.hpp"

namespace curveball::interview {
namespace {

using dialogue::Index;
using matching::Hit;

// Keys that one turn listens for: its concepts, every red flag, its clarifications, the manners.
matching::KeySet wanted_keys(Program const& program, Index turn_index) {
  matching::KeySet wanted;
  auto const& turn = program.script.turns[turn_index];
  for (auto const expected : turn.expects) wanted.add(expected);
  for (std::size_t i = 0; i < program.concepts.size(); ++i) {
    if (program.concepts[i].red_flag) wanted.add(static_cast<std::uint32_t>(i));
  }
  auto const first = program.keys.first_clarification[turn_index];
  for (std::size_t i = 0; i < turn.clarify.size(); ++i) {
    wanted.add(first + static_cast<std::uint32_t>(i));
  }
  wanted.add(program.keys.no_answer);
  wanted.add(program.keys.repeat);
  return wanted;
}

bool has_key(std::vector<Hit> const& hits, std::uint32_t key) {
  return std::any_of(hits.begin(), hits.end(), [key](Hit const& hit) { return hit.key == key; });
}

// Clarifying questions of the turn that were asked: only a question counts, not a statement.
std::vector<Index> asked_clarifications(Program const& program, Index turn,
                                        text::Reading const& read, std::vector<Hit> const& hits) {
  std::vector<Index> asked;
  auto const first = program.keys.first_clarification[turn];
  auto const count = program.script.turns[turn].clarify.size();
  for (auto const& hit : hits) {
    bool const clarifies = hit.key >= first && hit.key < first + count;
    if (clarifies && read.sentences[hit.sentence].is_question) {
      asked.push_back(static_cast<Index>(hit.key - first));
    }
  }
  return asked;
}

bool all_questions(text::Reading const& read) {
  return std::all_of(read.sentences.begin(), read.sentences.end(),
                     [](text::Sentence const& sentence) { return sentence.is_question; });
}

EvidenceHit evidence_of(Program const& program, dialogue::State const& state, Hit const& hit) {
  auto const index = static_cast<Index>(hit.key);
  EvidenceHit evidence{index, hit.pattern, hit.strength, 0, hit.evidence};
  if (!program.concepts[index].red_flag) {
    auto const multiplier = dialogue::credit_multiplier(program.script, state, index);
    evidence.credit_pm = static_cast<std::uint16_t>(hit.strength * multiplier / 1000);
  }
  return evidence;
}

// Adds what the mask covers, neighbours with one reason together.
void add_masked(text::Reading const& read, text::Mask const& mask, std::vector<MaskedSpan>& spans) {
  if (mask.empty()) return;
  auto before = text::MaskReason::none;
  for (std::size_t i = 0; i < read.tokens.size(); ++i) {
    auto const reason = mask.at(i);
    auto const span = read.tokens[i].span;
    if (reason != text::MaskReason::none && reason != before) spans.push_back({span, reason});
    if (reason != text::MaskReason::none) spans.back().span.end = span.end;
    before = reason;
  }
}

// The hits without what was expected, and of that what stands outside the mask.
std::vector<Hit> outside(Program const& program, Index turn, text::Reading const& read,
                         text::Mask const& mask, std::vector<Hit> hits) {
  auto const& expects = program.script.turns[turn].expects;
  auto const expected = [&expects](Hit const& hit) {
    return std::find(expects.begin(), expects.end(), hit.key) != expects.end();
  };
  hits.erase(std::remove_if(hits.begin(), hits.end(), expected), hits.end());
  auto again = matching::find(program.heard[turn], read, {.excluded = mask.flags()});
  std::copy_if(std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()),
               std::back_inserter(hits), expected);
  std::sort(hits.begin(), hits.end(),
            [](Hit const& left, Hit const& right) { return left.key < right.key; });
  return hits;
}

// Words that are the candidate's own and no list.
std::uint32_t words_outside(text::Reading const& read, text::Mask const& mask) {
  if (mask.empty()) return read.words;
  auto const open = read.tokens.size() - mask.covered();
  return static_cast<std::uint32_t>(read.words * open / read.tokens.size());
}

}  // namespace

std::uint32_t words_needed(Mode mode) {
  return mode == Mode::behavioural ? thin_below_words_behavioural : thin_below_words;
}

std::vector<matching::PatternSet> heard_by_turn(Program const& program) {
  std::vector<matching::PatternSet> heard;
  for (std::size_t turn = 0; turn < program.script.turns.size(); ++turn) {
    heard.push_back(program.patterns.only(wanted_keys(program, static_cast<Index>(turn))));
  }
  return heard;
}

Hearing hear(Program const& program, dialogue::State const& state, std::string_view text,
             text::WordCache& cache) {
  auto const read = text::read(text, cache);
  std::vector<matching::Place> places;
  auto hits = matching::find(program.heard[state.turn], read, {.places = &places});
  auto const mask = guard(program, state, {read, places});
  Hearing hearing;
  if (!mask.empty()) {
    hits = outside(program, state.turn, read, mask, std::move(hits));
    add_masked(read, mask, hearing.reading.masked);
    hearing.reading.list = reads_as_list(read, mask);
  }
  add_masked(read, copied(program, read), hearing.reading.masked);
  hearing.input.clarifications = asked_clarifications(program, state.turn, read, hits);
  bool const only_asks = !hearing.input.clarifications.empty() && all_questions(read);
  hearing.reading.turn = state.turn;
  hearing.reading.probe = state.probe;
  hearing.reading.words = read.words;
  hearing.reading.truncated = read.truncated;
  for (auto const& hit : hits) {
    if (only_asks || hit.key >= program.concepts.size()) continue;
    hearing.reading.hits.push_back(evidence_of(program, state, hit));
    auto const& evidence = hearing.reading.hits.back();
    hearing.input.heard.push_back({evidence.concept_index, evidence.credit_pm});
  }
  bool const nothing_heard = hearing.input.heard.empty();
  bool const main_answer = state.phase == dialogue::Phase::asked;
  hearing.reading.thin =
      main_answer && words_outside(read, mask) < words_needed(program.asks[state.turn].mode);
  hearing.input.thin = hearing.reading.thin;
  hearing.input.only_questions = nothing_heard && read.words > 0 && all_questions(read);
  hearing.input.says_no_answer = nothing_heard && has_key(hits, program.keys.no_answer);
  hearing.input.asks_repeat = nothing_heard && has_key(hits, program.keys.repeat);
  return hearing;
}

}  // namespace curveball::interview
