#include "interview/guard.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "text/prose.hpp"
#include "text/recital.hpp"
#include "text/sameness.hpp"

namespace curveball::interview {
namespace {

using dialogue::Index;
using text::MaskReason;

constexpr std::uint32_t burst_tokens = 20;
constexpr std::size_t list_share_pm = 400;

// So many concepts in burst_tokens are a burst when so few words hold the window together.
struct BurstRule {
  std::size_t concepts;
  std::uint32_t links;
  std::uint32_t clauses;
};
constexpr std::uint32_t any = burst_tokens;
// A status says much in few words. The last rule: not where lists are fair.
constexpr std::array<BurstRule, 4> burst_rules{
    {{7, any, any}, {5, any, 2}, {4, 5, 2}, {3, 1, any}}};
constexpr std::array<BurstRule, 4> burst_rules_of_status{
    {{7, any, any}, {5, any, 1}, {4, 5, 1}, {3, 1, any}}};

std::span<BurstRule const> rules_for(Ask const& ask) {
  auto const& rules = ask.mode == Mode::status ? burst_rules_of_status : burst_rules;
  return std::span(rules).first(rules.size() - (ask.lists_ok ? 1 : 0));
}

// Where the concepts of one ask stand, as a window of burst_tokens moves over the answer.
class BurstGuard {
 public:
  BurstGuard(dialogue::Turn const& turn, Heard const& heard, std::span<BurstRule const> rules)
      : expects_(turn.expects),
        heard_(heard),
        rules_(rules),
        last_of_end_(heard.read.tokens.size(), none),
        previous_(heard.places.size(), none),
        latest_(turn.expects.size()) {
    for (std::uint32_t i = 0; i < heard.places.size(); ++i) {
      previous_[i] = last_of_end_[heard.places[i].end];
      last_of_end_[heard.places[i].end] = i;
    }
  }

  void run(text::Prose const& prose, text::Mask& mask) {
    for (std::size_t end = 0; end < last_of_end_.size(); ++end) {
      if (!note_places(end, mask)) continue;
      Window const window = window_to(end);
      if (is_burst(window, around(prose, end))) cover(window.begin, end, mask);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  // Tokens from begin to end, both included.
  struct Stand {
    std::int64_t begin = -1;  // Nowhere yet.
    std::int64_t end = -1;
  };
  struct Window {
    std::size_t begin = 0;  // Of the first concept in it.
    std::size_t concepts = 0;
  };

  // Whether a concept stands closer now, by a place that ends here. What is masked as a list counts
  // no more, so that a sentence behind it is not taken for its end.
  bool note_places(std::size_t end, text::Mask const& mask) {
    bool moved = false;
    if (mask.at(end) != MaskReason::none && mask.at(end) != MaskReason::burst) return false;
    for (std::uint32_t i = last_of_end_[end]; i != none; i = previous_[i]) {
      auto const found = std::find(expects_.begin(), expects_.end(), heard_.places[i].key);
      if (found == expects_.end()) continue;
      auto& latest = latest_[static_cast<std::size_t>(found - expects_.begin())];
      auto const begin = static_cast<std::int64_t>(heard_.places[i].begin);
      if (begin > latest.begin) latest = {begin, static_cast<std::int64_t>(end)};
      moved = true;
    }
    return moved;
  }

  // The window that ends with the token, as far as concepts stand in it. Concepts that share words
  // are counted as one: a sentence may well say several things at once.
  Window window_to(std::size_t end) {
    auto const first = static_cast<std::int64_t>(end) + 1 - static_cast<std::int64_t>(burst_tokens);
    near_.clear();
    for (auto const& place : latest_) {
      if (place.begin >= 0 && place.begin >= first) near_.push_back(place);
    }
    std::sort(near_.begin(), near_.end(),
              [](Stand const& left, Stand const& right) { return left.end < right.end; });
    Window window{end, 0};
    std::int64_t before = -1;
    for (auto const& place : near_) {
      window.begin = std::min(window.begin, static_cast<std::size_t>(place.begin));
      if (place.begin <= before) continue;
      ++window.concepts;
      before = place.end;
    }
    return window;
  }

  // Counts of all burst_tokens, as many as there are.
  text::ProseCount around(text::Prose const& prose, std::size_t end) const {
    std::size_t const begin = end + 1 - std::min<std::size_t>(end + 1, burst_tokens);
    return prose.count(begin, std::min(begin + burst_tokens, last_of_end_.size()));
  }

  // Whoever piles up what is looked for does not stop at the last of five: the mask goes on in both
  // sentences, for another burst_tokens at most.
  void cover(std::size_t begin, std::size_t end, text::Mask& mask) const {
    auto const& read = heard_.read;
    std::size_t const first = read.sentences[read.tokens[begin].sentence].first;
    std::size_t const last = read.sentences[read.tokens[end].sentence].end;
    mask.cover(std::max(first, begin - std::min<std::size_t>(begin, burst_tokens)),
               std::min(last, end + 1 + burst_tokens), MaskReason::burst);
  }

  bool is_burst(Window const& window, text::ProseCount const& count) const {
    return std::any_of(rules_.begin(), rules_.end(), [&](BurstRule const& rule) {
      return window.concepts >= rule.concepts && count.links <= rule.links &&
             count.clauses <= rule.clauses;
    });
  }

  std::vector<Index> const& expects_;
  Heard const& heard_;
  std::span<BurstRule const> rules_;
  std::vector<std::uint32_t> last_of_end_;  // By token: the last place that ends there,
  std::vector<std::uint32_t> previous_;     // and by place the one noted before it.
  std::vector<Stand> latest_;               // By concept: its nearest place.
  std::vector<Stand> near_;                 // Those in the window that is looked at.
};

void mask_echo(Program const& program, dialogue::State const& state, text::Reading const& read,
               text::Mask& mask) {
  std::array<text::WordSet const*, 2> asked{&program.known.asked[state.turn], nullptr};
  std::size_t count = 1;
  if (state.probe != dialogue::none) asked[count++] = &program.known.probe_asked[state.probe];
  text::mask_echoes(read, std::span(asked).first(count), mask);
}

// In what reads as a list only sentences count: what has next to no word that makes one is masked
// too.
void mask_fragments(text::Prose const& prose, text::Mask& mask) {
  for (auto const& sentence : prose.reading().sentences) {
    if (text::holds_together(prose.count(sentence.first, sentence.end))) continue;
    mask.cover(sentence.first, sentence.end, MaskReason::list);
  }
}

}  // namespace

text::Mask guard(Program const& program, dialogue::State const& state, Heard const& heard) {
  text::Mask mask(heard.read.tokens.size());
  text::Prose const prose(heard.read);
  text::mask_repeats(heard.read, mask);
  text::mask_salad(prose, mask);
  auto const& ask = program.asks[state.turn];
  if (!ask.lists_ok) text::mask_lists(prose, mask);
  BurstGuard(program.script.turns[state.turn], heard, rules_for(ask)).run(prose, mask);
  if (reads_as_list(heard.read, mask)) mask_fragments(prose, mask);
  // How a thing works is what a technical question asks for.
  if (ask.mode != Mode::technical) text::mask_recital(heard.read, mask);
  // A status has to give back the facts that it was asked for.
  if (ask.mode != Mode::status) mask_echo(program, state, heard.read, mask);
  return mask;
}

text::Mask copied(Program const& program, text::Reading const& read) {
  text::Mask mask(read.tokens.size());
  text::mask_runs(read, program.known.samples, mask);
  return mask;
}

bool reads_as_list(text::Reading const& read, text::Mask const& mask) {
  auto const listed =
      mask.count(MaskReason::burst) + mask.count(MaskReason::list) + mask.count(MaskReason::salad);
  return listed * 1000 > read.tokens.size() * list_share_pm;
}

}  // namespace curveball::interview
