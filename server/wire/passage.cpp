#include "wire/passage.hpp"

#include <algorithm>
#include <cassert>

namespace curveball::wire {
namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::string_view gap = " … ";

bool is_white(char c) { return white.find(c) != std::string_view::npos; }

bool ends_clause(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  bool const mark = std::string_view(".!?;:").find(text[at]) != std::string_view::npos;
  return mark && (at + 1 == text.size() || is_white(text[at + 1]));
}

// Of the text before the evidence: what belongs to its clause, from a word's beginning.
std::string lead(std::string_view before) {
  auto begin = before.size();
  while (begin > 0 && !ends_clause(before, begin - 1)) --begin;
  auto const clause = before.substr(begin);
  auto const first = std::min(clause.find_first_not_of(white), clause.size());
  auto const whole = clause.substr(first);
  if (whole.size() <= passage_gap_bytes) return std::string(whole);
  auto const cut = whole.find_first_of(white, whole.size() - passage_gap_bytes);
  return "… " + std::string(cut == std::string_view::npos ? "" : whole.substr(cut + 1));
}

// Of the text after the evidence: what belongs to its clause, up to a word's end.
std::string tail(std::string_view after) {
  std::size_t end = 0;
  while (end < after.size() && !ends_clause(after, end)) ++end;
  if (end < after.size() && !is_white(after[end])) ++end;
  auto const whole = after.substr(0, after.substr(0, end).find_last_not_of(white) + 1);
  if (whole.size() <= passage_gap_bytes) return std::string(whole);
  auto const cut = whole.find_last_of(white, passage_gap_bytes);
  return std::string(whole.substr(0, cut == std::string_view::npos ? 0 : cut)) + " …";
}

}  // namespace

std::string passage(std::string_view text, std::span<matching::Evidence const> evidence) {
  assert(!evidence.empty());
  std::string out = lead(text.substr(0, evidence.front().span.begin));
  std::size_t at = evidence.front().span.begin;
  for (auto const& [span, kind, read_as] : evidence) {
    if (span.end <= at) continue;
    auto const between = span.begin > at ? span.begin - at : 0;
    if (between > passage_gap_bytes) {
      out += gap;
      at = span.begin;
    }
    out += text.substr(at, span.end - at);
    at = span.end;
  }
  return out + tail(text.substr(at));
}

}  // namespace curveball::wire
