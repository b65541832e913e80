#include "text/scanner.hpp"

#include <algorithm>

#include "text/question.hpp"

namespace curveball::text {

Scanner::Scanner(std::string_view text, WordCache& cache, Reading& out)
    : text_(text), cache_(cache), out_(out) {
  std::size_t const expected = std::min(text.size() / 5 + 8, limits::answer_tokens);
  out_.tokens.reserve(expected);
  out_.sentences.reserve(expected / 12 + 4);
  out_.folded.reserve(text.size() + 64);
  out_.folded.assign(text);
  for (char& c : out_.folded) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

void Scanner::run() {
  while (at_ < text_.size() && !out_.truncated) step();
  end_sentence(false);
}

void Scanner::step() {
  Character const c = at(at_);
  if (c.is_alnum()) {
    if (line_start_ && skip_list_mark()) return;
    scan_chain();
    return;
  }
  if (c.kind == CharClass::newline || c.kind == CharClass::bullet) {
    end_sentence(false);
    line_start_ = true;
    just_ended_ = false;
  } else if (c.kind == CharClass::hyphen) {
    after_comma_ = after_comma_ || at(at_ + c.source_bytes).kind == CharClass::space;
  } else if (c.kind == CharClass::symbol) {
    scan_symbol(c);
    return;
  }
  at_ += c.source_bytes;
}

void Scanner::scan_symbol(Character const& c) {
  char const symbol = c.ascii();
  Character const next = at(at_ + c.source_bytes);
  bool const glued = at_ > 0 && !out_.tokens.empty() && out_.tokens.back().span.end == at_;
  if (next.kind == CharClass::digit && is_currency(at_)) {
    scan_chain();
    return;
  }
  if (symbol == '.') {
    if (!glued && scan_dot_net()) return;
    scan_full_stop();
    return;
  }
  if (symbol == '!' || symbol == '?' || symbol == ';') end_sentence(symbol == '?');
  if (symbol == ',' || symbol == ':' || symbol == '(' || symbol == ')') after_comma_ = true;
  at_ += c.source_bytes;
}

bool Scanner::follows_abbreviation() const {
  if (out_.tokens.empty() || out_.tokens.back().span.end != at_) return false;
  return is_abbreviation(out_.folded_of(out_.tokens.back()));
}

bool Scanner::ends_sentence_after_stop(std::size_t position, bool ellipsis) const {
  Character c = at(position);
  if (c.is_alnum()) return c.capital && !ellipsis;
  if (!ellipsis) return true;
  while (position < text_.size() && c.kind == CharClass::space) {
    position += c.source_bytes;
    c = at(position);
  }
  return c.kind != CharClass::letter || c.capital;
}

void Scanner::scan_full_stop() {
  bool const belongs_to_word = follows_abbreviation();
  std::size_t stops = 0;
  bool ellipsis = false;
  for (Character c = at(at_); c.ascii() == '.'; c = at(at_)) {
    ellipsis = ellipsis || c.source_bytes > 1 || ++stops > 1;
    at_ += c.source_bytes;
  }
  if (!belongs_to_word && ends_sentence_after_stop(at_, ellipsis)) end_sentence(false);
}

bool Scanner::skip_list_mark() {
  std::size_t position = at_;
  Character c = at(position);
  bool const letter = c.kind == CharClass::letter;
  std::size_t length = 0;
  for (; c.is_alnum() && length < 3; c = at(position), ++length) position += c.source_bytes;
  line_start_ = false;
  if (length > (letter ? 1U : 2U)) return false;
  if (c.ascii() != ')' && (letter || c.ascii() != '.')) return false;
  position += c.source_bytes;
  if (at(position).kind != CharClass::space || position >= text_.size()) return false;
  at_ = position;
  return true;
}

void Scanner::end_sentence(bool question) {
  std::size_t const end = out_.tokens.size();
  if (end == first_of_sentence_) {
    if (question && just_ended_) {
      Sentence& last = out_.sentences.back();
      last.is_question = last.is_question || !tells_a_question(out_, last);
    }
    return;
  }
  Sentence sentence;
  sentence.first = static_cast<std::uint32_t>(first_of_sentence_);
  sentence.end = static_cast<std::uint32_t>(end);
  sentence.span = {out_.tokens[first_of_sentence_].span.begin, out_.tokens.back().span.end};
  bool const asks = question && !tells_a_question(out_, sentence);
  sentence.is_question = asks || opens_as_question(out_, sentence);
  out_.sentences.push_back(sentence);
  first_of_sentence_ = end;
  just_ended_ = true;
  after_comma_ = false;
}

// Bytes of the mark that joins the words around it to one, else 0.
std::size_t Scanner::joiner_at(std::size_t position) const {
  Character const mark = at(position);
  if (mark.kind == CharClass::space) return 0;
  Character const next = at(position + mark.source_bytes);
  if (position == 0 || !next.is_alnum()) return 0;
  if (mark.kind == CharClass::hyphen) return mark.source_bytes;
  char const symbol = mark.ascii();
  if (symbol == '/' || symbol == '&' || symbol == '_') return mark.source_bytes;
  if (symbol != '.' || mark.source_bytes > 1) return 0;
  Character const before = at(position - 1);
  if (before.kind == CharClass::digit || next.kind == CharClass::digit) {
    return before.is_alnum() && next.kind == CharClass::digit ? 1 : 0;
  }
  return before.kind == CharClass::letter && before.capital == next.capital ? 1 : 0;
}

void Scanner::scan_chain() {
  std::size_t const first = out_.tokens.size();
  std::size_t const begin = at_;
  std::size_t parts = 0;
  std::size_t joiner = 0;
  if (break_due_) end_sentence(false);
  break_due_ = false;
  line_start_ = false;
  just_ended_ = false;
  if (scan_plain_word()) return;
  do {
    at_ += joiner;
    if (at(at_).kind == CharClass::letter) {
      scan_word();
    } else {
      scan_number();
    }
    ++parts;
    joiner = break_due_ || out_.truncated ? 0 : joiner_at(at_);
  } while (joiner > 0);
  auto const from = out_.tokens.begin() + static_cast<std::ptrdiff_t>(first);
  out_.words += std::any_of(from, out_.tokens.end(),
                            [](Token const& token) { return token.kind != TokenKind::number; });
  if (parts > 1 && parts <= limits::compound_parts && !out_.truncated) add_compound(first, begin);
}

void Scanner::add_compound(std::size_t first, std::size_t begin) {
  compound_.clear();
  compound_joined_.clear();
  std::uint64_t capitals = 0;
  std::uint32_t letters = 0;
  for (std::size_t position = begin; position < at_;) {
    Character const c = at(position);
    position += c.source_bytes;
    if (c.capital && letters < 64) capitals |= std::uint64_t{1} << letters;
    letters += c.kind != CharClass::mark;
    compound_.append(c.folded.data(), c.folded_bytes);
    if (c.is_alnum()) compound_joined_.append(c.folded.data(), c.folded_bytes);
  }
  if (compound_.size() > limits::word_bytes) return;
  WordId const word = word_id(compound_);
  out_.compounds.push_back(
      {.word = word,
       .stem = cache_.facts(compound_joined_).stem,
       .cased = cased_id(word, capitals),
       .span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)},
       .first = static_cast<std::uint32_t>(first),
       .last = static_cast<std::uint32_t>(out_.tokens.size() - 1),
       .joined_begin = static_cast<std::uint32_t>(out_.folded.size()),
       .joined_size = static_cast<std::uint32_t>(compound_joined_.size())});
  out_.folded += compound_joined_;
}

}  // namespace curveball::text
