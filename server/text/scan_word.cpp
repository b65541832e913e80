#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "text/scanner.hpp"

namespace curveball::text {
namespace {

// What stands behind the last apostrophe, and the word it is short for.
using Ending = std::pair<std::string_view, std::string_view>;
constexpr std::array<Ending, 5> short_endings{
    {{"ll", "will"}, {"ve", "have"}, {"re", "are"}, {"m", "am"}, {"d", "would"}}};
// What stands before "n't" where that is not the word itself.
constexpr std::array<Ending, 3> short_bases{{{"ca", "can"}, {"wo", "will"}, {"sha", "shall"}}};

// Whether a word is over before this character, whatever follows.
constexpr std::array<bool, 256> plain_end = [] {
  std::array<bool, 256> ends{};
  for (char const c : std::string_view(" ,\n;:!?)\"")) ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

std::size_t end_of_small_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
  return at;
}

template <std::size_t n>
std::string_view long_form(std::array<Ending, n> const& rows, std::string_view written) {
  auto const* found = std::find_if(rows.begin(), rows.end(),
                                   [&](Ending const& row) { return row.first == written; });
  return found == rows.end() ? std::string_view{} : found->second;
}

bool is_acronym(std::uint64_t capitals, std::uint32_t letters) {
  return static_cast<std::uint32_t>(std::popcount(capitals)) == letters;
}

}  // namespace

Scanner::Draft Scanner::start_draft() const {
  Draft draft;
  draft.begin = at_;
  draft.folded_begin = out_.folded.size();
  return draft;
}

void Scanner::take(Draft& draft, Character const& c) {
  out_.folded.append(c.folded.data(), c.folded_bytes);
  if (c.capital && draft.letters < 64) draft.capitals |= std::uint64_t{1} << draft.letters;
  draft.letters += c.kind != CharClass::mark;
  at_ += c.source_bytes;
}

std::string_view Scanner::letters_of(Draft const& draft) const {
  return std::string_view(out_.folded).substr(draft.folded_begin);
}

// Nearly every word, in one go: letters of ASCII, of which only the first may be a capital, up to
// where no word goes on. False, with nothing done, when it takes a closer look.
bool Scanner::scan_plain_word() {
  bool const capital = text_[at_] >= 'A' && text_[at_] <= 'Z';
  std::size_t const end = end_of_small_letters(text_, at_ + (capital ? 1 : 0));
  if (end == at_) return false;
  if (end < text_.size() && !plain_end[static_cast<unsigned char>(text_[end])]) return false;
  WordFacts const facts = cache_.facts(std::string_view(out_.folded).substr(at_, end - at_));
  if (facts.fused_not) return false;
  put({.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)},
       .folded_begin = static_cast<std::uint32_t>(at_),
       .folded_size = static_cast<std::uint32_t>(end - at_)},
      capital ? 1 : 0, facts);
  ++out_.words;
  at_ = end < text_.size() && text_[end] == ' ' ? end + 1 : end;
  return true;
}

void Scanner::scan_word() {
  if (at(at_ + at(at_).source_bytes).ascii() == '.' && scan_dotted_letters()) return;
  Draft draft = start_draft();
  take_letters(draft);
  take_symbol_suffix(draft);
  finish_word(draft);
}

void Scanner::take_letters(Draft& draft) {
  std::size_t previous = at_;
  for (;;) {
    std::size_t const begin = at_;
    take_small_letters(draft);
    if (at_ > begin) previous = at_ - 1;
    Character const c = at(at_);
    if (c.kind == CharClass::apostrophe) {
      draft.letter_before = previous;
      if (!take_apostrophe(draft, c)) return;
      continue;
    }
    if (!c.is_alnum() && c.kind != CharClass::mark) return;
    if (c.capital && begins_next_sentence(draft, c)) {
      break_due_ = true;
      return;
    }
    if (c.kind != CharClass::mark) previous = at_;
    take(draft, c);
  }
}

// The plain part of nearly every word, in one go.
void Scanner::take_small_letters(Draft& draft) {
  std::size_t const begin = at_;
  at_ = end_of_small_letters(text_, at_);
  draft.letters += static_cast<std::uint32_t>(at_ - begin);
  out_.folded.append(text_.substr(begin, at_ - begin));
}

// Only between two letters is an apostrophe part of the word.
bool Scanner::take_apostrophe(Draft& draft, Character const& c) {
  if (at(at_ + c.source_bytes).kind != CharClass::letter) return false;
  draft.apostrophe = out_.folded.size() - draft.folded_begin;
  draft.apostrophe_at = at_;
  take(draft, c);
  return true;
}

// "waterDiffusion": two small letters, a capital, a small letter, and no capital before.
bool Scanner::begins_next_sentence(Draft const& draft, Character const& c) const {
  if (draft.letters < 2 || draft.capitals != 0 || draft.apostrophe != 0) return false;
  Character const next = at(at_ + c.source_bytes);
  return next.kind == CharClass::letter && !next.capital;
}

void Scanner::take_symbol_suffix(Draft& draft) {
  char const first = at(at_).ascii();
  if (first == '+' && at(at_ + 1).ascii() == '+' && at(at_ + 2).kind != CharClass::letter) {
    take(draft, at(at_));
    take(draft, at(at_));
    draft.kind = TokenKind::symbol;
  } else if (first == '#' && draft.letters == 1 && !at(at_ + 1).is_alnum()) {
    take(draft, at(at_));
    draft.kind = TokenKind::symbol;
  }
}

// ".NET", the one name with a full stop before it that interviews speak of.
bool Scanner::scan_dot_net() {
  constexpr std::string_view name = ".net";
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (at(at_ + i).ascii() != name[i]) return false;
  }
  if (at(at_ + name.size()).is_alnum()) return false;
  Draft draft = start_draft();
  draft.kind = TokenKind::symbol;
  for (std::size_t i = 0; i < name.size(); ++i) take(draft, at(at_));
  line_start_ = false;
  just_ended_ = false;
  ++out_.words;
  add(draft, at_);
  return true;
}

// Single letters with full stops between them: "e.g.", "U.S.". The last stop belongs to them.
bool Scanner::scan_dotted_letters() {
  std::size_t position = at_ + at(at_).source_bytes;
  std::size_t pairs = 0;
  for (; at(position).ascii() == '.'; ++pairs) {
    Character const next = at(position + 1);
    if (next.kind != CharClass::letter || at(position + 1 + next.source_bytes).is_alnum()) break;
    position += 1U + next.source_bytes;
  }
  if (pairs == 0) return false;
  Draft draft = start_draft();
  draft.kind = TokenKind::symbol;
  while (at_ < position) take(draft, at(at_));
  if (at(at_).ascii() == '.') at_ += at(at_).source_bytes;
  add(draft, at_);
  return true;
}

void Scanner::finish_word(Draft& draft) {
  if (draft.apostrophe != 0 && split_contraction(draft)) return;
  if (draft.kind == TokenKind::symbol) {
    add(draft, at_);
    return;
  }
  std::string_view const folded = letters_of(draft);
  WordFacts const facts = cache_.facts(folded);
  if (!facts.fused_not) {
    add(draft, at_, facts);
    return;
  }
  std::string_view const base = base_of_fused_not(folded);
  std::size_t cut = at_;
  for (std::size_t letters = folded == "cannot" ? 3 : 2; letters > 0; --letters) {
    do {
      --cut;
    } while ((static_cast<unsigned char>(text_[cut]) & 0xC0U) == 0x80U);
  }
  split_off(draft, {base, draft.begin, cut}, {"not", cut, at_});
}

bool Scanner::split_contraction(Draft const& draft) {
  std::string_view const folded = letters_of(draft);
  std::string_view const base = folded.substr(0, draft.apostrophe);
  std::string_view const ending = folded.substr(draft.apostrophe + 1);
  if (ending == "t" && base.size() > 1 && base.back() == 'n') {
    std::string_view const stump = base.substr(0, base.size() - 1);
    std::string_view const whole = long_form(short_bases, stump);
    split_off(draft, {whole.empty() ? stump : whole, draft.begin, draft.letter_before},
              {"not", draft.letter_before, at_});
    return true;
  }
  if (ending == "s") {
    split_off(draft, {base, draft.begin, at_}, {});
    return true;
  }
  std::string_view const second = long_form(short_endings, ending);
  if (second.empty()) return false;
  split_off(draft, {base, draft.begin, draft.apostrophe_at}, {second, draft.apostrophe_at, at_});
  return true;
}

// Replaces the draft by its base, which keeps the capitals, and by the rest, if there is one.
void Scanner::split_off(Draft const& draft, Piece base, Piece rest) {
  std::string const kept(base.folded);
  out_.folded.resize(draft.folded_begin);
  out_.folded.append(kept);
  add(draft, base.end);
  if (!rest.folded.empty()) add_piece(rest);
}

void Scanner::add_piece(Piece const& piece) {
  Draft draft;
  draft.begin = piece.begin;
  draft.folded_begin = out_.folded.size();
  out_.folded.append(piece.folded);
  add(draft, piece.end);
}

// Adds the draft, whose letters end Reading::folded, as a token.
void Scanner::add(Draft const& draft, std::size_t end) {
  if (draft.kind == TokenKind::word) {
    add(draft, end, cache_.facts(letters_of(draft)));
  } else {
    WordId const symbol = word_id(letters_of(draft));
    add(draft, end, {.word = symbol, .stem = symbol});
  }
}

void Scanner::add(Draft const& draft, std::size_t end, WordFacts const& facts) {
  put({.span = {static_cast<std::uint32_t>(draft.begin), static_cast<std::uint32_t>(end)},
       .folded_begin = static_cast<std::uint32_t>(draft.folded_begin),
       .folded_size = static_cast<std::uint32_t>(out_.folded.size() - draft.folded_begin),
       .kind = draft.kind,
       .number = draft.number},
      draft.capitals, facts);
}

// Adds a token that knows its place and its kind.
void Scanner::put(Token token, std::uint64_t capitals, WordFacts const& facts) {
  if (out_.tokens.size() == limits::answer_tokens) {
    out_.truncated = true;
    return;
  }
  token.word = facts.word;
  token.stem = facts.stem;
  token.cased = cased_id(facts.word, capitals);
  token.sentence = static_cast<std::uint16_t>(out_.sentences.size());
  token.cue = facts.cue;
  token.function_word = facts.function_word;
  token.unknown = facts.unknown && !is_acronym(capitals, token.folded_size);
  token.after_comma = after_comma_;
  out_.tokens.push_back(token);
  after_comma_ = false;
}

}  // namespace curveball::text
