#include <algorithm>
#include <vector>

#include "text/polarity.hpp"

namespace curveball::text {
namespace {

// NegEx reaches 5 tokens; spoken answers put more small words between a negation and its object.
constexpr std::size_t forward_tokens = 6;
constexpr std::size_t backward_tokens = 4;

// A word or two that negate. [begin, end) is what they reach.
struct Trigger {
  std::size_t at = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

class SentenceNegation {
 public:
  SentenceNegation(Reading& reading, Sentence const& sentence)
      : reading_(reading), first_(sentence.first), end_(sentence.end) {}

  void run() {
    for (std::size_t i = first_; i < end_; ++i) {
      std::size_t const tokens = trigger_tokens(i);
      if (tokens > 0) add(i, tokens);
    }
    for (Trigger const& trigger : triggers_) toggle(trigger);
  }

 private:
  Token& token(std::size_t i) const { return reading_.tokens[i]; }
  Cue cue(std::size_t i) const { return i < end_ ? token(i).cue : Cue::none; }
  bool comma(std::size_t i) const { return i < end_ && token(i).after_comma; }

  // How many tokens make up the trigger that begins here; 0: none does.
  std::size_t trigger_tokens(std::size_t i) const {
    if (is_pseudo(i)) return 0;
    switch (cue(i)) {
      case Cue::no:
        return comma(i + 1) ? 0 : 1;  // "No, I would": an answer, not a negation.
      case Cue::not_:
      case Cue::never:
      case Cue::nobody:
      case Cue::neither:
      case Cue::nor:
      case Cue::without:
      case Cue::lack:
        return 1;
      case Cue::absence:
      case Cue::free:
      case Cue::instead:
        return cue(i + 1) == Cue::of ? 2 : 0;
      case Cue::rather:
        return cue(i + 1) == Cue::than ? 2 : 0;
      case Cue::fail:
      case Cue::unable:
        return cue(i + 1) == Cue::to ? 2 : 0;
      default:
        return 0;
    }
  }

  // "not only", "no doubt", "nothing but", "without hesitation", "not until" negate nothing.
  bool is_pseudo(std::size_t i) const {
    Cue const next = cue(i + 1);
    Cue const after_article = token(i).cue == Cue::without && next == Cue::none ? cue(i + 2) : next;
    switch (cue(i)) {
      case Cue::not_:
        return next == Cue::only || next == Cue::until || is_to_mention(i + 1);
      case Cue::no:
        return next == Cue::doubt;
      case Cue::nobody:
        return next == Cue::but;
      case Cue::without:
        return after_article == Cue::hesitation || after_article == Cue::doubt;
      default:
        return false;
    }
  }

  bool is_to_mention(std::size_t i) const {
    return cue(i) == Cue::to && i + 1 < end_ && token(i + 1).word == word_id("mention");
  }

  void add(std::size_t at, std::size_t tokens) {
    std::size_t const begin = at + tokens;
    if (takes_over(at)) {
      for (Trigger& earlier : triggers_) earlier.end = std::min(earlier.end, at);
    }
    token(at).negator = true;
    std::size_t const back = backward_begin(at);
    if (back < at) triggers_.push_back({at, back, at});
    triggers_.push_back({at, begin, forward_end(at, begin)});
  }

  // "no plan, no owner", "neither a nor b", "did not ask and never told": the second negation goes
  // on where the first ends. Otherwise the two cancel: "not without risk", "did not fail to".
  bool takes_over(std::size_t at) const {
    if (cue(at) == Cue::nor || comma(at)) return true;
    if (at > first_ && cue(at - 1) == Cue::conjunction) return true;
    return std::any_of(triggers_.begin(), triggers_.end(),
                       [&](Trigger const& earlier) { return cue(earlier.at) == cue(at); });
  }

  bool is_prepositional(std::size_t at) const {
    Cue const c = cue(at);
    return c == Cue::without || c == Cue::instead || c == Cue::rather;
  }

  std::size_t forward_end(std::size_t at, std::size_t begin) const {
    std::size_t const furthest = std::min(begin + forward_tokens, end_);
    for (std::size_t i = begin; i < furthest; ++i) {
      bool const subject = cue(i) == Cue::subject;
      if (subject && (comma(i) || (is_prepositional(at) && i > begin))) return i;
      // "not so good", "not yet": directly behind the negation it ends nothing.
      if (i > begin && (cue(i) == Cue::clause_end || cue(i) == Cue::but)) return i;
    }
    return furthest;
  }

  // "was not named", "never happened": from where the words before are negated; else `at`.
  std::size_t backward_begin(std::size_t at) const {
    if (cue(at) != Cue::not_ && cue(at) != Cue::never) return at;
    bool const passive = at > first_ && cue(at - 1) == Cue::be && is_participle(at + 1);
    if (!passive && cue(at + 1) != Cue::happen) return at;
    std::size_t begin = at;
    while (begin > first_ && at - begin < backward_tokens && !ends_backward(begin - 1)) {
      --begin;
      if (comma(begin)) break;
    }
    return begin;
  }

  bool ends_backward(std::size_t i) const {
    Cue const c = cue(i);
    return c == Cue::clause_end || c == Cue::but || c == Cue::conjunction || c == Cue::subject;
  }

  bool is_participle(std::size_t i) const {
    if (i >= end_ || cue(i) == Cue::done) return true;
    std::string_view const letters = reading_.folded_of(token(i));
    if (letters.size() < 5) return false;
    std::string_view const ending = letters.substr(letters.size() - 2);
    return ending == "ed" || ending == "en";
  }

  void toggle(Trigger const& trigger) {
    for (std::size_t i = trigger.begin; i < trigger.end; ++i) token(i).negated ^= true;
  }

  Reading& reading_;
  std::size_t first_;
  std::size_t end_;
  std::vector<Trigger> triggers_;
};

}  // namespace

void mark_negation(Reading& reading) {
  for (Sentence const& sentence : reading.sentences) SentenceNegation(reading, sentence).run();
}

}  // namespace curveball::text
