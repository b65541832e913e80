#include <array>

#include "text/negation_trigger.hpp"

namespace curveball::text {
namespace {

constexpr std::array<WordId, 6> manners{word_id("lightly"),   word_id("alone"),
                                        word_id("overnight"), word_id("accident"),
                                        word_id("chance"),    word_id("fun")};

class PseudoReader {
 public:
  PseudoReader(SentenceView const& sentence, std::size_t i) : s_(sentence), i_(i) {}

  // "not only", "not until", "not to mention", "cannot stress enough", "why not", "don't you?".
  bool is_pseudo_not() const {
    Cue const next = s_.cue(i_ + 1);
    if (next == Cue::only || next == Cue::until || next_is("regret")) return true;
    if (next == Cue::to && s_.is(i_ + 2, word_id("mention"))) return true;
    if (next_is("for") && is_condition(i_ - 1)) return true;
    return is_manner() || is_praise() || is_tag() || is_rhetorical();
  }

  bool is_pseudo_no() const {
    Cue const next = s_.cue(i_ + 1);
    return next == Cue::doubt || next == Cue::no_noun || next == Cue::hesitation ||
           s_.in_compound(i_) || (s_.cue(s_.first()) == Cue::condition && is_needed()) ||
           (next_is("way") && (s_.is(i_ + 2, word_id("around")) || s_.is(i_ + 2, word_id("past"))));
  }

  // "without hesitation", "without a doubt"; "without the canary we would have gone down".
  bool is_pseudo_without() const {
    Cue next = s_.cue(i_ + 1);
    if (next == Cue::article) next = s_.cue(i_ + 2);
    return next == Cue::hesitation || next == Cue::doubt || next == Cue::no_noun ||
           next_is("fail") || has_unreal_clause(s_, i_) || is_needed();
  }

 private:
  bool next_is(std::string_view word) const { return s_.is(i_ + 1, word_id(word)); }

  // "if not for", "were it not for".
  bool is_condition(std::size_t i) const {
    return s_.cue(i) == Cue::condition || s_.is(i, word_id("it"));
  }

  // "cannot stress enough how ...", "couldn't agree more".
  bool is_praise() const {
    if (!s_.is(i_ - 1, word_id("can")) && !s_.is(i_ - 1, word_id("could"))) return false;
    if (next_is("overstate") || next_is("overemphasise") || next_is("overemphasize")) return true;
    for (std::size_t i = i_ + 1; i < i_ + 8 && !s_.is_over(i); ++i) {
      if (s_.is(i, word_id("enough")) || (i < i_ + 4 && s_.is(i, word_id("more")))) return true;
    }
    return false;
  }

  // "..., didn't we": the end of a clause.
  bool is_tag() const {
    return s_.cue(i_ + 1) == Cue::subject && s_.is_over(i_ + 2) && i_ > s_.first() + 1 &&
           s_.comma(i_ - 1);
  }

  // "Why not", "Why wouldn't I", "Who wouldn't", "Isn't a pilot the obvious thing?"
  bool is_rhetorical() const {
    std::size_t const before = i_ - s_.first();
    if (before == 1 && s_.is(i_ - 1, word_id("why"))) return true;
    if (!s_.is_question()) return false;
    bool const past = s_.is(i_ - 1, word_id("did")) || s_.is(i_ - 1, word_id("was"));
    if (before == 2 && s_.is(i_ - 2, word_id("why"))) return !past && is_auxiliary(i_ - 1);
    if (before == 2 && s_.is(i_ - 2, word_id("who"))) return is_auxiliary(i_ - 1);
    if (before == 3 && s_.is(i_ - 3, word_id("how"))) return is_auxiliary(i_ - 2);
    return before == 1 && is_auxiliary(i_ - 1);
  }

  bool is_auxiliary(std::size_t i) const {
    return s_.cue(i) == Cue::be || s_.cue(i) == Cue::would || s_.cue(i) == Cue::ask_verb;
  }

  // "did not escalate lightly", "not because of a but because of b": it was done, in another way.
  bool is_manner() const {
    bool because = false;
    for (std::size_t i = i_ + 1; i < s_.end() && i < i_ + 16; ++i) {
      if (i < i_ + 8 && is_one_of(manners, s_.token(i).word) && s_.is_over(i + 1)) return true;
      if (s_.is(i, word_id("because")) && because) return true;
      because = because || s_.is(i, word_id("because"));
    }
    return false;
  }

  // "without a baseline we don't start", "if there is no owner, nothing starts": said in general.
  bool is_needed() const {
    for (std::size_t i = i_ + 2; i < s_.end(); ++i) {
      Cue const c = s_.cue(i);
      if (c == Cue::clause_end || c == Cue::but || c == Cue::conjunction) return false;
      bool const past = s_.is(i - 1, word_id("did")) || s_.is(i - 1, word_id("was")) ||
                        s_.is(i - 1, word_id("were")) || s_.is(i - 1, word_id("could")) ||
                        s_.is(i - 1, word_id("had"));
      if (c == Cue::not_ || c == Cue::never || c == Cue::no || c == Cue::nobody) return !past;
    }
    return false;
  }

  SentenceView const& s_;
  std::size_t i_;
};

}  // namespace

bool is_pseudo_not(SentenceView const& sentence, std::size_t i) {
  return PseudoReader(sentence, i).is_pseudo_not();
}
bool is_pseudo_no(SentenceView const& sentence, std::size_t i) {
  return PseudoReader(sentence, i).is_pseudo_no();
}
bool is_pseudo_without(SentenceView const& sentence, std::size_t i) {
  return PseudoReader(sentence, i).is_pseudo_without();
}

bool has_unreal_clause(SentenceView const& sentence, std::size_t i) {
  for (++i; i + 1 < sentence.end(); ++i) {
    if (sentence.cue(i) != Cue::would) continue;
    Cue const next = sentence.cue(i + 1);
    std::size_t const have = next == Cue::never || next == Cue::not_ ? 2 : 1;
    if (sentence.is(i + have, word_id("have")) && sentence.is_participle(i + have + 1)) return true;
  }
  return false;
}

}  // namespace curveball::text
