#include <algorithm>
#include <vector>

#include "text/negation_trigger.hpp"
#include "text/polarity.hpp"

namespace curveball::text {
namespace {

// NegEx reaches 5 tokens; spoken answers put more small words between a negation and its object.
constexpr std::size_t forward_tokens = 7;
constexpr std::size_t object_tokens = 5;
constexpr std::size_t backward_tokens = 6;
constexpr std::size_t topic_tokens = 12;
// Words that deny. [begin, end) is what they reach.
struct Trigger {
  std::size_t at = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  Reach reach = Reach::clause;
};

class SentenceNegation {
 public:
  SentenceNegation(Reading& reading, Sentence const& sentence)
      : reading_(reading), s_(reading, sentence) {}

  void run() {
    for (std::size_t i = s_.first(); i < s_.end(); ++i) {
      Denial const denial = denial_at(s_, i);
      if (denial.reach != Reach::none) add(i, denial);
    }
    for (Trigger const& trigger : triggers_) toggle(trigger);
  }

 private:
  Token& token(std::size_t i) const { return reading_.tokens[i]; }
  Cue cue(std::size_t i) const { return s_.cue(i); }

  void add(std::size_t at, Denial denial) {
    if (takes_over(at, denial.reach)) {
      for (Trigger& earlier : triggers_) earlier.end = std::min(earlier.end, at);
    }
    token(at).negator = is_negation(at);
    if (cancels(at, denial.reach)) {
      triggers_.back().end = std::min(triggers_.back().end, denial.begin);
      if (!token(at).negator)
        tie({at, denial.begin, forward_end({at, denial.begin, 0, denial.reach})});
      return;
    }
    if (denial.reach == Reach::before || denial.reach == Reach::topic) {
      push({at, denial.reach == Reach::topic ? topic_begin(at) : backward_begin(at), at});
      return;
    }
    push({at, denied_subject(at), at});
    push({at, denial.begin, forward_end({at, denial.begin, 0, denial.reach}), denial.reach});
  }

  // Whether the word is a negation by itself, as against a verb that denies its object.
  bool is_negation(std::size_t at) const {
    Cue const c = cue(at);
    return (c >= Cue::no && c <= Cue::unable) || c == Cue::hardly;
  }

  void push(Trigger const& trigger) {
    if (trigger.begin < trigger.end) triggers_.push_back(trigger);
  }

  // "no plan, no owner", "neither a nor b", "did not ask and never told": the second negation goes
  // on where the first ends. Otherwise the two cancel: "not without risk", "did not fail to".
  bool takes_over(std::size_t at, Reach reach) const {
    if (cue(at) == Cue::nor || s_.comma(at)) return true;
    if (cue(at - 1) == Cue::conjunction) return true;
    return reach != Reach::phrase &&
           std::any_of(triggers_.begin(), triggers_.end(),
                       [&](Trigger const& earlier) { return cue(earlier.at) == cue(at); });
  }

  // "did not fail to", "never ship without a test", "we don't ship if there is no test": two make
  // one affirmation, also where the first does not reach as far.
  bool cancels(std::size_t at, Reach reach) const {
    if (triggers_.empty() || reach == Reach::before || reach == Reach::topic) return false;
    Trigger const& earlier = triggers_.back();
    if (earlier.at >= earlier.end) return false;
    if (at < earlier.end) return true;
    bool const without = reach == Reach::absence && cue(at) == Cue::without;
    if (s_.comma(at) || earlier.reach != Reach::clause) return false;
    bool condition = false;
    for (std::size_t i = earlier.at + 1; i < at; ++i) {
      if (is_barrier(i)) return false;
      condition = condition || s_.is(i, word_id("if"));
    }
    bool const general = cue(earlier.at) == Cue::not_ || cue(earlier.at) == Cue::never ||
                         cue(earlier.at) == Cue::nobody;
    return without || (condition && general && reach == Reach::clause);
  }

  bool is_barrier(std::size_t i) const {
    Cue const c = cue(i);
    return c == Cue::clause_end || c == Cue::but || c == Cue::conjunction ||
           (c == Cue::subject && s_.comma(i));
  }

  // --- Forward ---

  // Articles and "such as" bring a negation no nearer to its end.
  bool counts(std::size_t i) const {
    return cue(i) != Cue::article && !s_.is(i, word_id("such")) && !s_.is(i, word_id("as"));
  }

  std::size_t forward_end(Trigger const& trigger) const {
    std::size_t left = trigger.reach == Reach::phrase ? object_tokens : forward_tokens;
    std::size_t i = trigger.begin;
    for (; i < s_.end() && (left > 0 || s_.continues_compound(i)); ++i) {
      if (begins_main_clause(trigger, i)) return i;
      // "not so good", "not yet": directly behind the negation it ends nothing.
      if (i > trigger.begin && (ends_clause(trigger, i) || ends_object(trigger, i))) return i;
      if (counts(i) && left > 0) --left;
    }
    return i;
  }

  bool begins_main_clause(Trigger const& trigger, std::size_t i) const {
    if (cue(i) == Cue::conjunction) return cue(i + 1) == Cue::subject;
    if (cue(i) != Cue::subject) return false;
    bool const leading = trigger.reach == Reach::absence || is_subordinate_clause(trigger.at);
    return s_.comma(i) || (leading && i > trigger.begin);
  }

  // "Where there was no trust I ...": the sentence begins with a clause that leads to another.
  bool is_subordinate_clause(std::size_t at) const {
    std::size_t const first = s_.first();
    if (at == first) return false;
    Cue const c = cue(first);
    return c == Cue::subordinate || c == Cue::condition || c == Cue::clause_end ||
           (c == Cue::ask && !s_.is_question()) || s_.is(first, word_id("as")) ||
           cue(at) == Cue::have;
  }

  bool ends_clause(Trigger const& trigger, std::size_t i) const {
    switch (cue(i)) {
      case Cue::but:
      case Cue::than:  // What one compares with is there.
      case Cue::subordinate:
      case Cue::until:
        return true;
      case Cue::clause_end:
        // "it was not clear who the owner was"
        return cue(i - 1) != Cue::done || !s_.is(i, word_id("who"));
      case Cue::condition:
        return cue(i - 1) != Cue::know && cue(i - 1) != Cue::sure;  // "don't know if there was"
      case Cue::instead:
        return cue(i + 1) != Cue::of;
      case Cue::to:  // "did not take long to"
        return s_.is(i - 1, word_id("long")) || s_.is(i - 1, word_id("much"));
      case Cue::conjunction:
        return s_.comma(i) && cue(i + 1) == Cue::article;
      case Cue::subject:
        return is_known(i);
      case Cue::article:
        return is_correction(i);
      default:
        return s_.is(i, word_id("when")) || is_as(trigger, i) || is_next_verb(trigger, i);
    }
  }

  // "did not know that we had": so it was.
  bool is_known(std::size_t i) const {
    return cue(i - 1) == Cue::know || (s_.is(i - 1, word_id("that")) && cue(i - 2) == Cue::know);
  }

  // "not a branch, a feature flag"; a list that goes on would have "or".
  bool is_correction(std::size_t i) const {
    if (!s_.comma(i)) return false;
    for (std::size_t k = i; k < i + 8; ++k) {
      if (s_.is(k, word_id("or"))) return false;
    }
    return true;
  }

  // "not so much a as b", "as we had a plan".
  bool is_as(Trigger const& trigger, std::size_t i) const {
    return s_.is(i, word_id("as")) &&
           (cue(i + 1) == Cue::subject || s_.is(trigger.begin + 1, word_id("much")));
  }

  // "did not panic and named an owner": behind "did" the second verb would have no ending.
  bool is_next_verb(Trigger const& trigger, std::size_t i) const {
    bool const bare = cue(trigger.at) == Cue::not_ &&
                      (cue(trigger.at - 1) == Cue::ask_verb || cue(trigger.at - 1) == Cue::would);
    return bare && (cue(i - 1) == Cue::conjunction || s_.comma(i)) && s_.ends_in(i, "ed");
  }

  // Behind "avoid" and "skip": up to a preposition or conjunction.
  bool ends_object(Trigger const& trigger, std::size_t i) const {
    if (trigger.reach != Reach::phrase) return false;
    if (!token(i).function_word) return token(i).kind == TokenKind::number;
    Cue const c = cue(i);
    return c != Cue::article && c != Cue::of && !s_.is(i, word_id("us")) &&
           !s_.is(i, word_id("them")) && !s_.is(i, word_id("all")) && !s_.is(i, word_id("from"));
  }

  // --- Backward ---

  // "was not named", "never happened", "and we didn't": where the words before it that are denied
  // begin; else `at`.
  std::size_t denied_subject(std::size_t at) const {
    if (is_unaffordable(at)) return s_.first() + 1;
    if (cue(at) != Cue::not_ && cue(at) != Cue::never && cue(at) != Cue::nobody) return at;
    if (is_ellipsis(at)) return topic_begin(at);
    return is_unmade(at) ? backward_begin(at) : at;
  }

  // "For a pilot we had no time."
  bool is_unaffordable(std::size_t at) const {
    if (!s_.is(s_.first(), word_id("for")) || !s_.is(s_.first() + 1, word_id("a"))) return false;
    for (std::size_t i = at + 1; i < at + 4; ++i) {
      if (s_.is(i, word_id("time")) || s_.is(i, word_id("budget")) || s_.is(i, word_id("money"))) {
        return true;
      }
    }
    return false;
  }

  // "was not formally named", "never took place", "was not there", "never went live".
  bool is_unmade(std::size_t at) const {
    std::size_t next = at + 1;
    while (s_.ends_in(next, "ly") || s_.is(next, word_id("even")) || s_.is(next, word_id("got"))) {
      ++next;
    }
    if (cue(next) == Cue::happen) return true;
    if (s_.is(next, word_id("take")) || s_.is(next, word_id("took"))) {
      return s_.is(next + 1, word_id("place"));
    }
    if (s_.is(next, word_id("go")) || s_.is(next, word_id("went"))) {
      return s_.is(next + 1, word_id("ahead")) || s_.is(next + 1, word_id("live"));
    }
    bool const be = cue(at - 1) == Cue::be;
    if (cue(next) == Cue::done) return be || next > at + 1;
    bool const nowhere = s_.is(next, word_id("there")) || s_.is(next, word_id("part")) ||
                         (s_.is(next, word_id("in")) && s_.is(next + 1, word_id("place")));
    return be && nowhere;
  }

  std::size_t backward_begin(std::size_t at) const {
    std::size_t begin = at;
    while (begin > s_.first() && at - begin < backward_tokens && !ends_backward(begin - 1)) {
      --begin;
      if (s_.comma(begin) || begins_noun(begin)) break;
    }
    return begin;
  }

  // "which platform | the bookings are missing from"
  bool begins_noun(std::size_t i) const {
    return cue(i) == Cue::article && i > s_.first() && !token(i - 1).function_word;
  }

  bool ends_backward(std::size_t i) const { return is_barrier(i) || cue(i) == Cue::subject; }

  // "I tried to get consensus and couldn't", "..., we didn't", "... and nobody had one".
  bool is_ellipsis(std::size_t at) const {
    if (!triggers_.empty() || at < s_.first() + 3) return false;
    if (is_one(at)) return true;
    bool const verb =
        cue(at - 1) == Cue::ask_verb || cue(at - 1) == Cue::would || cue(at - 1) == Cue::have;
    if (!verb || !s_.is_over(at + 1)) return false;
    if (cue(at - 2) == Cue::conjunction || cue(at - 2) == Cue::but) return true;
    return cue(at - 2) == Cue::subject && is_first_subject(at - 2);
  }

  // "... one", at the end of the clause.
  bool is_one(std::size_t at) const {
    for (std::size_t i = at + 1; i < at + 5 && !s_.is_over(i); ++i) {
      if (s_.is(i, word_id("one")) && s_.is_over(i + 1)) return true;
    }
    return false;
  }

  bool is_first_subject(std::size_t subject) const {
    for (std::size_t i = s_.first(); i < subject; ++i) {
      if (cue(i) == Cue::subject) return token(i).word == token(subject).word;
    }
    return false;
  }

  // Back over commas and conjunctions, to what a cause or an exception ends.
  std::size_t topic_begin(std::size_t at) const {
    std::size_t begin = at;
    while (begin > s_.first() && at - begin < topic_tokens && cue(begin - 1) != Cue::clause_end &&
           cue(begin - 1) != Cue::ask) {
      --begin;
    }
    return begin;
  }

  void tie(Trigger const& trigger) {
    for (std::size_t i = trigger.begin; i < trigger.end; ++i) {
      token(i).denier = static_cast<std::uint32_t>(trigger.at);
    }
  }

  void toggle(Trigger const& trigger) {
    for (std::size_t i = trigger.begin; i < trigger.end; ++i) token(i).negated ^= true;
    if (!token(trigger.at).negator) tie(trigger);
  }

  Reading& reading_;
  SentenceView s_;
  std::vector<Trigger> triggers_;
};

}  // namespace

void mark_negation(Reading& reading) {
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    SentenceNegation(reading, reading.sentences[i]).run();
    if (i > 0) deny_previous(reading, reading.sentences[i - 1], reading.sentences[i]);
  }
}

}  // namespace curveball::text
