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
constexpr std::array<BurstRule, 3> burst_rules{
    {{5, any, any}, {4, 5, any}, {3, 1, any}}};  // The last: not where lists are fair.

// Where the concepts of one ask stand, as a window of burst_tokens moves over the answer.
class BurstGuard {
 public:
  BurstGuard(dialogue::Turn const& turn, Heard const& heard, bool lists_ok)
      : expects_(turn.expects),
        heard_(heard),
        rules_(std::span(burst_rules).first(burst_rules.size() - (lists_ok ? 1 : 0))),
        last_of_end_(heard.read.tokens.size(), none),
        previous_(heard.places.size(), none),
        latest_(turn.expects.size(), -1) {
    for (std::uint32_t i = 0; i < heard.places.size(); ++i) {
      previous_[i] = last_of_end_[heard.places[i].end];
      last_of_end_[heard.places[i].end] = i;
    }
  }

  void run(text::Prose const& prose, text::Mask& mask) {
    for (std::size_t end = 0; end < last_of_end_.size(); ++end) {
      if (!note_places(end)) continue;
      Window const window = window_to(end);
      if (is_burst(window, around(prose, end))) cover(window.begin, end, mask);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Window {
    std::size_t begin = 0;  // Of the first concept in it.
    std::size_t concepts = 0;
  };

  // Whether a concept stands closer now, by a place that ends here.
  bool note_places(std::size_t end) {
    bool moved = false;
    for (std::uint32_t i = last_of_end_[end]; i != none; i = previous_[i]) {
      auto const found = std::find(expects_.begin(), expects_.end(), heard_.places[i].key);
      if (found == expects_.end()) continue;
      auto& latest = latest_[static_cast<std::size_t>(found - expects_.begin())];
      latest = std::max(latest, static_cast<std::int64_t>(heard_.places[i].begin));
      moved = true;
    }
    return moved;
  }

  // The window that ends with the token, as far as concepts stand in it.
  Window window_to(std::size_t end) const {
    auto const first = static_cast<std::int64_t>(end) + 1 - static_cast<std::int64_t>(burst_tokens);
    Window window{end, 0};
    for (auto const begin : latest_) {
      if (begin < 0 || begin < first) continue;
      window.begin = std::min(window.begin, static_cast<std::size_t>(begin));
      ++window.concepts;
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
  std::vector<std::int64_t> latest_;        // By concept: where its nearest place begins, or -1.
};

void mask_echo(Program const& program, dialogue::State const& state, text::Reading const& read,
               text::Mask& mask) {
  std::array<text::WordSet const*, 2> asked{&program.known.asked[state.turn], nullptr};
  std::size_t count = 1;
  if (state.probe != dialogue::none) asked[count++] = &program.known.probe_asked[state.probe];
  text::mask_echoes(read, std::span(asked).first(count), mask);
}

}  // namespace

text::Mask guard(Program const& program, dialogue::State const& state, Heard const& heard) {
  text::Mask mask(heard.read.tokens.size());
  text::Prose const prose(heard.read);
  text::mask_repeats(heard.read, mask);
  text::mask_salad(prose, mask);
  auto const& ask = program.asks[state.turn];
  if (!ask.lists_ok) text::mask_lists(prose, mask);
  BurstGuard(program.script.turns[state.turn], heard, ask.lists_ok).run(prose, mask);
  // How a thing works is what a technical question asks for.
  if (ask.mode != Mode::technical && text::is_recital(heard.read)) {
    mask.cover(0, heard.read.tokens.size(), MaskReason::recital);
  }
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
