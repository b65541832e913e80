#include <algorithm>
#include <array>

#include "text/scanner.hpp"

namespace curveball::text {
namespace {

constexpr std::array<std::string_view, 17> duration_units{"ms",  "s",  "sec", "secs", "min", "mins",
                                                          "h",   "hr", "hrs", "d",    "w",   "wk",
                                                          "wks", "mo", "y",   "yr",   "yrs"};
constexpr std::array<std::string_view, 4> ordinal_endings{"st", "nd", "rd", "th"};

template <std::size_t n>
bool is_one_of(std::array<std::string_view, n> const& rows, std::string_view wanted) {
  return std::find(rows.begin(), rows.end(), wanted) != rows.end();
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

NumberForm form_of(std::string_view digits, std::string_view unit) {
  if (unit.empty()) return is_year(digits) ? NumberForm::other : NumberForm::amount;
  if (is_one_of(duration_units, unit)) return NumberForm::duration;
  return is_one_of(ordinal_endings, unit) ? NumberForm::other : NumberForm::amount;
}

}  // namespace

bool Scanner::is_currency(std::size_t position) const {
  constexpr std::array<std::string_view, 3> signs{"\u20AC", "\u00A3", "\u00A5"};
  Character const c = at(position);
  return c.ascii() == '$' || is_one_of(signs, text_.substr(position, c.source_bytes));
}

void Scanner::take_digits(Draft& draft) {
  for (Character c = at(at_);; c = at(at_)) {
    Character const next = at(at_ + c.source_bytes);
    bool const mark = c.ascii() == '.' || c.ascii() == ',' || c.ascii() == ':';
    bool const inner = mark && c.source_bytes == 1 && next.kind == CharClass::digit;
    if (inner && c.ascii() == ',') {
      ++at_;
    } else if (inner || c.kind == CharClass::digit) {
      take(draft, c);
    } else {
      return;
    }
  }
}

// What is written behind the digits: a unit, "%" or a currency.
void Scanner::take_unit(Draft& draft) {
  std::size_t const digits = letters_of(draft).size();
  while (at(at_).is_alnum()) take(draft, at(at_));
  if (draft.number == NumberForm::money) return;
  std::string_view const folded = letters_of(draft);
  draft.number = form_of(folded.substr(0, digits), folded.substr(digits));
  std::size_t const gap = at(at_).kind == CharClass::space ? at(at_).source_bytes : 0;
  Character const sign = at(at_ + gap);
  bool const percent = sign.ascii() == '%';
  if (!percent && (at_ + gap >= text_.size() || !is_currency(at_ + gap))) return;
  if (at(at_ + gap + sign.source_bytes).kind == CharClass::digit) return;
  draft.number = percent ? NumberForm::percent : NumberForm::money;
  at_ += gap + sign.source_bytes;
}

// A number with the sign before it and the unit behind it, which belong to its span.
void Scanner::scan_number() {
  Draft draft = start_draft();
  draft.kind = TokenKind::number;
  char const before = at_ > 0 ? at(at_ - 1).ascii() : '\0';
  if (is_currency(at_)) {
    draft.number = NumberForm::money;
    at_ += at(at_).source_bytes;
  }
  take_digits(draft);
  take_unit(draft);
  bool const ratio = before == '/' || at(at_).ascii() == '/';
  bool const clock = letters_of(draft).find(':') != std::string_view::npos;
  bool const label = before == '+' || before == '#';
  if (draft.number == NumberForm::amount && (ratio || clock || label)) {
    draft.number = NumberForm::other;
  }
  add(draft, at_);
}

}  // namespace curveball::text
