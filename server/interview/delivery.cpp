#include "interview/delivery.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>

#include "matching/pattern_set.hpp"
#include "text/reading.hpp"
#include "text/star.hpp"

namespace curveball::interview {
namespace {

matching::PatternSet quantified_result() {
  matching::PatternSetBuilder builder;
  auto pattern = matching::parse("@quantified_result");
  assert(pattern && "a built-in word list is gone");
  builder.add(0, *std::move(pattern));
  auto set = builder.build();
  assert(set && "a built-in word list has a fault");
  return *std::move(set);
}

void add(text::Manner& sum, text::Manner const& manner) {
  sum.hedges += manner.hedges;
  sum.fillers += manner.fillers;
  sum.asks += manner.asks;
  sum.own_actions += manner.own_actions;
  sum.shared_actions += manner.shared_actions;
}

class Listener {
 public:
  explicit Listener(Program const& program) : program_(program) {}

  AnswerDelivery of(Event const& event) {
    std::string_view const said = std::get<Answered>(event.input).text;
    auto const& heard = event.reading;
    text::Reading const reading = text::read(said, cache_);
    auto const parts = text::star_parts(reading);
    AnswerDelivery answer{.seq = event.seq, .turn = heard.turn, .words = heard.words};
    answer.to_probe = heard.probe != dialogue::none;
    answer.manner = text::manner_of(reading, parts);
    answer.words_to_first_point = words_to_first_point(said, heard);
    if (!answer.to_probe && is_behavioural(heard.turn)) answer.story = story(reading, parts);
    return answer;
  }

  bool is_behavioural(dialogue::Index turn) const {
    return program_.asks[turn].mode == Mode::behavioural;
  }

 private:
  StoryDelivery story(text::Reading const& reading, std::span<text::StarPart const> parts) {
    if (!quantified_result_) quantified_result_ = quantified_result();
    StoryDelivery story;
    for (auto const part : parts) ++story.sentences[static_cast<std::size_t>(part)];
    story.quantified_result = !matching::find(*quantified_result_, reading).empty();
    return story;
  }

  std::optional<std::uint32_t> words_to_first_point(std::string_view said, Reading const& heard) {
    std::optional<std::uint32_t> first;
    for (auto const& hit : heard.hits) {
      if (program_.concepts[hit.concept_index].red_flag) continue;
      for (auto const& evidence : hit.evidence) {
        first = std::min(first.value_or(evidence.span.begin), evidence.span.begin);
      }
    }
    if (!first) return {};
    return text::read(said.substr(0, *first), cache_).words;
  }

  Program const& program_;
  std::optional<matching::PatternSet> quantified_result_;  // Made for the first story.
  text::WordCache cache_;
};

}  // namespace

Delivery delivery(Program const& program, std::span<Event const> events) {
  Delivery all;
  Listener listener(program);
  std::uint32_t own = 0;
  std::uint32_t shared = 0;
  for (auto const& event : events) {
    if (event.reading.turn == dialogue::none) continue;
    auto const& answer = all.answers.emplace_back(listener.of(event));
    all.words += answer.words;
    add(all.manner, answer.manner);
    if (!listener.is_behavioural(answer.turn)) continue;
    own += answer.manner.own_actions;
    shared += answer.manner.shared_actions;
  }
  if (own + shared > 0) all.own_share_pm = static_cast<std::uint16_t>(own * 1000 / (own + shared));
  return all;
}

}  // namespace curveball::interview
