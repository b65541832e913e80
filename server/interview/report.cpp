#include "interview/report.hpp"

#include <algorithm>
#include <utility>

#include "interview/interview.hpp"
#include "interview/receipt.hpp"
#include "interview/wording.hpp"

namespace curveball::interview {
namespace {

using dialogue::Index;

// Everything one pass over the events brings together.
struct Collected {
  Session session;
  Report report;
  struct Heard {
    std::uint32_t seq = 0;
    Index turn = dialogue::none;
    EvidenceHit hit;
  };
  std::vector<Heard> heard;  // In order.
};

AskReport& ask_report(Report& report, Index turn) {
  auto const found = std::find_if(report.asks.begin(), report.asks.end(),
                                  [turn](AskReport const& ask) { return ask.turn == turn; });
  if (found != report.asks.end()) return *found;
  report.asks.push_back({.turn = turn});
  return report.asks.back();
}

void note_changes(Program const& program, Event const& event, Report& report) {
  for (auto const& change : event.outcome.changes) {
    bool const reached_ask = change.kind == dialogue::ChangeKind::enter &&
                             program.script.turns[change.a].kind == dialogue::TurnKind::ask;
    if (reached_ask) ask_report(report, change.a);
    if (change.kind == dialogue::ChangeKind::throw_curveball) report.curveballs.push_back(change.b);
  }
}

// Whether the interview went on from the answer to another question, or to its end. From what is
// none (a clarifying question, a wish to hear the question again, a first "I don't know") it does
// not.
bool was_an_attempt(Event const& event, dialogue::State const& before) {
  return event.prompt.number != before.prompt;
}

// To be called before the event is applied.
void note_answer(Program const& program, Event const& event, Collected& all) {
  Reading const& reading = event.reading;
  if (reading.turn == dialogue::none) return;
  ++all.report.answers;
  all.report.words += reading.words;
  AskReport& ask = ask_report(all.report, reading.turn);
  ask.answers.push_back(event.seq);
  if (was_an_attempt(event, all.session.state)) {
    ask.attempted = true;
    ask.samples = program.asks[reading.turn].samples;
  }
  for (auto const& hit : reading.hits) all.heard.push_back({event.seq, reading.turn, hit});
}

Collected collect(Program const& program, std::span<Event const> events) {
  Collected all;
  all.session = fresh_session(program);
  for (auto const& event : events) {
    note_answer(program, event, all);
    apply(program, all.session, event);
    note_changes(program, event, all.report);
    all.report.elapsed_ms = event.elapsed.ms;
  }
  return all;
}

Quote quote_of(Collected::Heard const& heard) {
  auto const& hit = heard.hit;
  return {heard.seq, hit.concept_index, hit.strength_pm, hit.credit_pm, hit.pattern, hit.evidence,
          0};
}

bool feeds(Program const& program, rubric::Criterion const& criterion,
           Collected::Heard const& heard) {
  return std::any_of(criterion.feeds.begin(), criterion.feeds.end(), [&](rubric::Feed const& feed) {
    return feed.concept_index == heard.hit.concept_index &&
           std::any_of(feed.slots.begin(), feed.slots.end(), [&](std::uint16_t slot) {
             return program.script.slots[slot].turn == heard.turn;
           });
  });
}

// The first ask where the concept was wanted and that the candidate attempted; none if there is
// none.
Index attempted_turn(Program const& program, Report const& report, rubric::Feed const& feed) {
  for (auto const& ask : report.asks) {
    for (auto const slot : feed.slots) {
      if (program.script.slots[slot].turn == ask.turn && ask.attempted) return ask.turn;
    }
  }
  return dialogue::none;
}

// Coverage if the first of the feed's slots had full credit.
std::uint16_t coverage_with(rubric::Criterion const& criterion, dialogue::State const& state,
                            rubric::Feed const& feed) {
  auto credit = state.credit;
  credit[feed.slots.front()] = 1000;
  std::vector<std::uint8_t> const no_thin(credit.size(), 0);
  return rubric::coverage(criterion, {credit, no_thin, state.flagged});
}

bool heard_at_all(dialogue::State const& state, rubric::Feed const& feed) {
  return std::any_of(feed.slots.begin(), feed.slots.end(),
                     [&](std::uint16_t slot) { return state.credit[slot] > 0; });
}

bool wanted_by_name(rubric::NextLevel const& next, Index concept_index) {
  auto const names = [concept_index](std::vector<std::uint16_t> const& list) {
    return std::find(list.begin(), list.end(), concept_index) != list.end();
  };
  return names(next.needs) || names(next.one_of);
}

std::vector<NotSaid> not_said(Program const& program, Collected const& all,
                              rubric::Criterion const& criterion,
                              rubric::CriterionResult const& result) {
  std::vector<NotSaid> missing;
  for (auto const& feed : criterion.feeds) {
    Index const turn = attempted_turn(program, all.report, feed);
    if (turn == dialogue::none || heard_at_all(all.session.state, feed)) continue;
    auto const with = coverage_with(criterion, all.session.state, feed);
    auto const worth = static_cast<std::uint16_t>(with - result.coverage_pm);
    if (worth == 0 && !wanted_by_name(result.next, feed.concept_index)) continue;
    missing.push_back({feed.concept_index, turn, worth});
  }
  std::stable_sort(missing.begin(), missing.end(), [](NotSaid const& left, NotSaid const& right) {
    return left.worth_pm > right.worth_pm;
  });
  return missing;
}

CriterionReport criterion_report(Program const& program, Collected const& all, std::size_t index) {
  rubric::Criterion const& criterion = program.rubric.criteria[index];
  CriterionReport report;
  report.result = all.report.judgement.criteria[index];
  report.shown = level_in_words(program, criterion, report.result);
  report.rule = level_rule_in_words(program, criterion, report.result);
  report.next_condition = next_condition_in_words(program, report.result);
  for (auto const& heard : all.heard) {
    if (feeds(program, criterion, heard)) report.quotes.push_back(quote_of(heard));
  }
  count_quotes(criterion, report.quotes);
  report.not_said = not_said(program, all, criterion, report.result);
  return report;
}

// The item of the concept that is worth most; of equals the first.
NotSaid const* best_place(Report const& report, Index concept_index) {
  NotSaid const* best = nullptr;
  for (auto const& criterion : report.criteria) {
    for (auto const& item : criterion.not_said) {
      bool const better = best == nullptr || item.worth_pm > best->worth_pm;
      if (item.concept_index == concept_index && better) best = &item;
    }
  }
  return best;
}

void keep_best_places(Report& report) {
  std::vector<std::vector<NotSaid>> kept(report.criteria.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    for (auto const& item : report.criteria[i].not_said) {
      if (best_place(report, item.concept_index) == &item) kept[i].push_back(item);
    }
  }
  for (std::size_t i = 0; i < kept.size(); ++i) report.criteria[i].not_said = std::move(kept[i]);
}

std::vector<std::uint16_t> capped_by(Program const& program, Index concept_index) {
  for (auto const& cap : program.rubric.caps) {
    if (cap.concept_index == concept_index) return cap.criteria;
  }
  return {};
}

std::vector<FlagReport> flag_reports(Program const& program, Collected const& all) {
  std::vector<FlagReport> flags;
  for (auto const& heard : all.heard) {
    if (!program.concepts[heard.hit.concept_index].red_flag) continue;
    auto found = std::find_if(flags.begin(), flags.end(), [&](FlagReport const& flag) {
      return flag.concept_index == heard.hit.concept_index;
    });
    if (found == flags.end()) {
      auto const concept_index = heard.hit.concept_index;
      found = flags.insert(flags.end(), {concept_index, {}, capped_by(program, concept_index)});
    }
    found->quotes.push_back(quote_of(heard));
  }
  return flags;
}

std::vector<Index> attempted_asks(Report const& report) {
  std::vector<Index> attempted;
  for (auto const& ask : report.asks) {
    if (ask.attempted) attempted.push_back(ask.turn);
  }
  return attempted;
}

// Everything that is worked out from what one pass brought together.
Report finished(Program const& program, std::span<Event const> events, Collected all) {
  all.report.judgement = judge(program, all.session.state);
  all.report.ending = all.session.state.ending;
  all.report.partial = all.report.ending != dialogue::Ending::finished;
  for (std::size_t i = 0; i < program.rubric.criteria.size(); ++i) {
    all.report.criteria.push_back(criterion_report(program, all, i));
  }
  keep_best_places(all.report);
  all.report.why = verdict_in_words(program, all.report.judgement);
  all.report.flags = flag_reports(program, all);
  all.report.feedback = feedback(program, all.session.state, attempted_asks(all.report));
  all.report.masked = masked_words(events);
  all.report.notes = masked_notes(events);
  return std::move(all.report);
}

}  // namespace

Report report(Program const& program, std::span<Event const> events) {
  return finished(program, events, collect(program, events));
}

Report report_of_answer(Program const& program, dialogue::State const& state, Event const& event) {
  Collected all;
  all.session = fresh_session(program);
  note_answer(program, event, all);
  all.session.state = state;
  return finished(program, std::span(&event, 1), std::move(all));
}

}  // namespace curveball::interview
