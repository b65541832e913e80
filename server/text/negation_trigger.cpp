#include "text/negation_trigger.hpp"

namespace curveball::text {
namespace {

// Beside is, was ...
constexpr std::array<WordId, 11> becoming{word_id("be"),     word_id("being"),    word_id("got"),
                                          word_id("get"),    word_id("gets"),     word_id("went"),
                                          word_id("stayed"), word_id("remained"), word_id("looked"),
                                          word_id("non"),    word_id("left")};
constexpr std::array<WordId, 9> deciding{
    word_id("decide"), word_id("decided"), word_id("argue"),
    word_id("argued"), word_id("advise"),  word_id("advised"),
    word_id("voted"),  word_id("vote"),    word_id("recommended")};
constexpr std::array<WordId, 9> irregular_participles{
    word_id("been"), word_id("gone"), word_id("caught"), word_id("lost"),  word_id("come"),
    word_id("cost"), word_id("led"),  word_id("hit"),    word_id("thrown")};
constexpr std::array<WordId, 5> liking{word_id("liked"), word_id("loved"), word_id("preferred"),
                                       word_id("wanted"), word_id("needed")};

class TriggerReader {
 public:
  TriggerReader(SentenceView const& sentence, std::size_t i) : s_(sentence), i_(i) {}

  Denial read() const {
    Cue const next = s_.cue(i_ + 1);
    switch (s_.cue(i_)) {
      case Cue::no:
        // "No, I would": an answer, not a negation.
        return s_.comma(i_ + 1) || is_pseudo_no(s_, i_) ? Denial{} : clause(1);
      case Cue::not_:
        return is_pseudo_not(s_, i_) ? Denial{} : clause(1);
      case Cue::never:
        return next == Cue::no_noun ? Denial{} : clause(1);
      case Cue::nobody:
        return nobody();
      case Cue::neither:
      case Cue::nor:
      case Cue::hardly:
        return clause(1);
      case Cue::without:
        return without();
      case Cue::lack:
        return s_.is_over(i_ + 1) && is_passive() ? Denial{Reach::before, i_} : absence(1);
      case Cue::absence:
      case Cue::free:
      case Cue::instead:
        return next == Cue::of && !is_place() ? absence(2) : Denial{};
      case Cue::rather:
        return behind(Cue::than, 6);
      case Cue::fail:
        return next == Cue::to ? clause(2) : failed();
      case Cue::unable:
        if (next == Cue::to) return clause(2);
        return is_passive() ? Denial{Reach::before, i_} : Denial{};
      default:
        return weaker();
    }
  }

 private:
  Denial clause(std::size_t tokens) const { return {Reach::clause, i_ + tokens}; }
  Denial absence(std::size_t tokens) const { return {Reach::absence, i_ + tokens}; }
  bool next_is(std::string_view word) const { return s_.is(i_ + 1, word_id(word)); }

  Denial weaker() const {
    Cue const next = s_.cue(i_ + 1);
    switch (s_.cue(i_)) {
      case Cue::avoid:
      case Cue::drop:
        return verb();
      case Cue::missing:
        return missing();
      case Cue::fall:
        return next_is("through") || next_is("apart") ? Denial{Reach::before, i_} : Denial{};
      case Cue::against:
        return is_decided() ? absence(1) : Denial{};
      case Cue::alone:
        return s_.is(i_ - 1, word_id("let")) ? clause(1) : Denial{};
      case Cue::far:
        return far();
      case Cue::too:
        return too();
      case Cue::keep:
      case Cue::save:
        return keep();
      case Cue::give:
        return next_is("up") || next_is("down") ? phrasal() : Denial{};
      case Cue::off:
        return next_is("off") ? phrasal() : Denial{};
      case Cue::intend:
        return intended();
      case Cue::doubt:
        return doubted();
      case Cue::ran:
        return next_is("out") && s_.cue(i_ + 2) == Cue::of ? clause(3) : Denial{};
      case Cue::wish:
        return next == Cue::subject ? clause(2) : Denial{};
      case Cue::almost:
        return next == Cue::have || s_.ends_in(i_ + 1, "ed") ? clause(1) : Denial{};
      case Cue::little:
        return little();
      case Cue::prefer:
        return over();
      case Cue::clause_end:
        return yet();
      case Cue::ask_verb:
      case Cue::would:
        return should_have();
      case Cue::condition:
      case Cue::have:
        return unreal();
      default:
        return {};
    }
  }

  // --- Words that deny in their own way ---

  // "nothing but" denies nothing; "there were none" what stands before.
  Denial nobody() const {
    Cue const next = s_.cue(i_ + 1);
    if (next == Cue::but || next == Cue::no_noun) return {};
    if (next_is("short") || next_is("other") || next_is("beats")) return {};
    if (s_.is(i_, word_id("nowhere")) && i_ > s_.first()) return {Reach::before, i_};
    bool const last = i_ > s_.first() && s_.is_over(i_ + 1);
    return last && s_.is(i_, word_id("none")) ? Denial{Reach::topic, i_} : clause(1);
  }

  // "The pilot we did without."
  Denial without() const {
    if (is_pseudo_without(s_, i_)) return {};
    return s_.is_over(i_ + 1) && i_ > s_.first() ? Denial{Reach::topic, i_} : absence(1);
  }

  // "took the place of", not "in place of".
  bool is_place() const { return s_.is(i_, word_id("place")) && !s_.is(i_ - 1, word_id("in")); }

  // What stands behind the next such word, up to `tokens` away: "too busy to write".
  Denial behind(Cue wanted, std::size_t tokens) const {
    bool const negated = s_.cue(i_ - 1) == Cue::no;
    for (std::size_t i = i_ + 1; i < i_ + tokens && !negated && !s_.is_over(i); ++i) {
      if (s_.cue(i) != wanted) continue;
      return {wanted == Cue::than ? Reach::absence : Reach::clause, i + 1};
    }
    return {};
  }

  // "I tried ... but failed."
  Denial failed() const {
    bool const second = s_.cue(i_ - 1) == Cue::but || s_.cue(i_ - 1) == Cue::conjunction;
    return second && s_.is_over(i_ + 1) ? Denial{Reach::topic, i_} : Denial{};
  }

  // "was cancelled", "got completely cancelled".
  bool is_passive() const {
    for (std::size_t k = 1; k <= 2 && i_ >= s_.first() + k; ++k) {
      std::size_t const at = i_ - k;
      if (s_.cue(at) == Cue::be || is_one_of(becoming, s_.token(at).word)) return true;
      if (!s_.ends_in(at, "ly") && !s_.is(at, word_id("still"))) return false;
    }
    return false;
  }

  // "was missing" denies what stands before, "what was missing was" what stands behind.
  Denial missing() const {
    if (!is_passive()) {
      bool const opening = i_ == s_.first() && s_.is(i_, word_id("absent"));
      return opening && s_.cue(i_ + 1) == Cue::article ? absence(1) : Denial{};
    }
    return s_.cue(i_ + 1) == Cue::be ? clause(2) : Denial{Reach::before, i_};
  }

  // "the cancelled orders", "cancelled ones".
  bool is_adjective() const {
    if (i_ == s_.first()) return true;
    Cue const before = s_.cue(i_ - 1);
    return before == Cue::article || before == Cue::of || before == Cue::than;
  }

  Denial verb() const {
    bool const gerund = s_.ends_in(i_, "ing");
    if (is_passive() && !gerund) return {Reach::before, i_};
    if (s_.ends_in(i_, "ed") && is_adjective()) return {};
    bool const object = s_.ends_in(i_ + 1, "ing") || s_.cue(i_ + 1) == Cue::article;
    if (s_.cue(i_) == Cue::drop && !object) return {};
    if (s_.cue(i_ + 1) == Cue::to) return clause(2);
    return {Reach::phrase, i_ + 1};
  }

  bool is_decided() const {
    if (i_ == s_.first()) return false;
    return s_.cue(i_ - 1) == Cue::be || s_.cue(i_ - 1) == Cue::not_ ||
           is_one_of(deciding, s_.token(i_ - 1).word);
  }

  // "called off the pilot", "the pilot was turned down".
  Denial phrasal() const {
    return is_passive() ? Denial{Reach::before, i_} : Denial{Reach::phrase, i_ + 2};
  }

  // "far from a plan", "anything but a plan", "everything except a plan".
  Denial far() const {
    if (s_.is(i_, word_id("far"))) return next_is("from") ? clause(2) : Denial{};
    bool const all = s_.is(i_, word_id("everything")) && next_is("except");
    return all || next_is("but") ? clause(2) : Denial{};
  }

  // "too busy to write", "too early for a pilot".
  Denial too() const {
    if (!s_.holds(i_ + 2)) return {};
    bool const noun = s_.is(i_ + 2, word_id("for")) &&
                      (s_.is(i_ + 3, word_id("a")) || s_.is(i_ + 3, word_id("an")));
    return noun ? clause(3) : behind(Cue::to, 6);
  }

  // "was going to write it but ..."
  Denial intended() const {
    if (s_.cue(i_ + 1) != Cue::to || s_.cue(i_ - 1) != Cue::be) return {};
    if (s_.is(i_ - 1, word_id("is")) || s_.is(i_ - 1, word_id("are"))) return {};
    for (std::size_t i = i_ + 2; i < s_.end(); ++i) {
      if (s_.cue(i) == Cue::but) return clause(2);
    }
    return {};
  }

  // "I doubt that we had ..."; "was out of the question".
  Denial doubted() const {
    if (s_.is(i_, word_id("doubt")) && s_.cue(i_ - 1) == Cue::subject) return clause(1);
    bool const out = s_.is(i_, word_id("question")) && s_.cue(i_ - 2) == Cue::of &&
                     s_.is(i_ - 3, word_id("out"));
    return out ? Denial{Reach::before, i_} : Denial{};
  }

  // "had yet to find"; "who would ship without ...?"
  Denial yet() const {
    if (s_.is(i_, word_id("yet"))) return s_.cue(i_ + 1) == Cue::to ? clause(2) : Denial{};
    bool const nobody = i_ == s_.first() && s_.is_question() && s_.is(i_, word_id("who")) &&
                        s_.cue(i_ + 1) == Cue::would && s_.cue(i_ + 2) != Cue::not_;
    return nobody ? clause(2) : Denial{};
  }

  // "kept blame out of the room", "kept us from shipping", "saved us from double charges".
  Denial keep() const {
    for (std::size_t i = i_ + 1; i < i_ + 6 && !s_.is_over(i); ++i) {
      bool const saved = s_.cue(i_) == Cue::save || s_.ends_in(i + 1, "ing");
      if (s_.is(i, word_id("from")) && saved) return {Reach::phrase, i + 1};
      if (!s_.is(i, word_id("out")) || s_.cue(i_) == Cue::save) continue;
      return i == i_ + 1 && is_passive() ? Denial{Reach::before, i_}
                                         : Denial{Reach::phrase, i_ + 1};
    }
    return {};
  }

  // "had little documentation", not "a little".
  Denial little() const {
    if (s_.cue(i_ + 2) == Cue::no) return {};  // "little to no": the second word denies.
    bool const degree = s_.is(i_ - 1, word_id("very")) || s_.is(i_ - 1, word_id("with")) ||
                        s_.cue(i_ - 1) == Cue::too;
    return degree || s_.cue(i_ - 1) == Cue::be || s_.cue(i_ - 1) == Cue::have ? clause(1)
                                                                              : Denial{};
  }

  // "chose depth over breadth".
  Denial over() const {
    for (std::size_t i = i_ + 2; i < i_ + 9 && !s_.is_over(i); ++i) {
      if (s_.is(i, word_id("over"))) return {Reach::phrase, i + 1};
    }
    return {};
  }

  // "should have escalated" was not done; "should have an owner" is a demand.
  Denial should_have() const {
    if (!next_is("have") || s_.is_question() || s_.is(i_ - 1, word_id("there"))) return {};
    if (s_.is(i_, word_id("would"))) {
      bool const late = s_.is(s_.first() + 1, word_id("hindsight")) ||
                        s_.is(s_.first() + 1, word_id("retrospect"));
      if (late) return clause(2);
      return s_.holds(i_ + 2) && is_one_of(liking, s_.token(i_ + 2).word) ? clause(3) : Denial{};
    }
    if (!s_.is(i_, word_id("should")) && !s_.is(i_, word_id("could"))) return {};
    return s_.is_participle(i_ + 2) || s_.is(i_ + 2, word_id("used")) ? clause(2) : Denial{};
  }

  // "if we had run a pilot, we would have ...", "had I put in a buffer, we would have ...",
  // "if only we had ...".
  Denial unreal() const {
    if (s_.is(i_, word_id("unless"))) return {};
    if (!next_is("only") && !has_unreal_clause(s_, i_)) return {};
    if (s_.cue(i_) == Cue::have) {
      return i_ == s_.first() && s_.cue(i_ + 1) == Cue::subject ? clause(2) : Denial{};
    }
    for (std::size_t i = i_ + 1; i < i_ + 5; ++i) {
      if (s_.cue(i) == Cue::have || s_.cue(i) == Cue::would) return {Reach::clause, i + 1};
    }
    return {};
  }

  SentenceView const& s_;
  std::size_t i_;
};

}  // namespace

bool SentenceView::ends_in(std::size_t i, std::string_view ending) const {
  return holds(i) && token(i).folded_size > ending.size() + 1 &&
         reading_.folded_of(token(i)).ends_with(ending);
}

bool SentenceView::is_participle(std::size_t i) const {
  if (!holds(i)) return false;
  return cue(i) == Cue::done || cue(i) == Cue::have || ends_in(i, "ed") || ends_in(i, "en") ||
         is_one_of(irregular_participles, token(i).word);
}

bool SentenceView::in_compound(std::size_t i) const {
  return std::any_of(
      reading_.compounds.begin(), reading_.compounds.end(),
      [i](Compound const& compound) { return compound.first <= i && i <= compound.last; });
}

bool SentenceView::continues_compound(std::size_t i) const {
  return std::any_of(
      reading_.compounds.begin(), reading_.compounds.end(),
      [i](Compound const& compound) { return compound.first < i && i <= compound.last; });
}

Denial denial_at(SentenceView const& sentence, std::size_t i) {
  return sentence.cue(i) == Cue::none ? Denial{} : TriggerReader(sentence, i).read();
}

}  // namespace curveball::text
