#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "matching/pattern.hpp"
#include "matching/pattern_word.hpp"
#include "matching/tree_builder.hpp"
#include "text/character.hpp"

namespace curveball::matching {
namespace {

using NodeId = TreeBuilder::NodeId;
// The node that a rule gave; nothing after an error.
using Parsed = std::optional<NodeId>;

// Recursive descent over the grammar of docs/MATCHING.md; one method for each rule.
class Parser {
 public:
  explicit Parser(std::string_view source)
      : source_(source),
        tree_(std::min(source.size(), limits::pattern_bytes) / 4 + 2) {}  // A short word each.

  Result<Pattern, PatternError> run() {
    if (source_.size() > limits::pattern_bytes) {
      fail(limits::pattern_bytes, "the pattern is longer than 1024 bytes; split it into several");
    } else if (!is_valid_utf8(source_)) {
      fail(0, "the pattern is not UTF-8");
    } else if (parse_alternatives() && at_ < source_.size()) {
      fail(at_, misplaced(source_, at_));
    }
    if (error_) return Unexpected{*error_};
    return Pattern(tree_.take());
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }
  void skip_space() {
    while (at_ < source_.size()) {
      auto const c = text::character_at(source_, at_);
      if (c.kind != text::CharClass::space) return;
      at_ += c.source_bytes;
    }
  }
  char next() {
    skip_space();
    return peek();
  }
  bool take(std::string_view expected) {
    if (next() != expected.front() || !source_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  bool at_unless() const { return peek() == 'u' && source_.substr(at_, 7) == "unless~"; }

  Parsed fail(std::size_t offset, std::string message) {
    if (!error_) error_ = PatternError{std::min(offset, source_.size()), std::move(message)};
    return {};
  }
  // alternatives = weighted { "|" weighted }
  Parsed parse_alternatives() {
    skip_space();
    std::size_t const begin = at_;
    std::size_t const mark = tree_.open();
    do {
      Parsed const child = parse_weighted();
      if (!child) return {};
      tree_.open(*child);
    } while (take("|"));
    return tree_.close_as(NodeKind::any_of, mark, begin);
  }

  // weighted = chain [ "^" strength ]
  Parsed parse_weighted() {
    std::size_t const begin = at_;
    Parsed const child = parse_chain();
    if (!child || !take("^")) return child;
    std::optional<std::uint16_t> const strength = parse_strength();
    if (!strength) return {};
    return tree_.add({.kind = NodeKind::weighted,
                      .children = {*child},
                      .strength = *strength,
                      .offset = static_cast<std::uint32_t>(begin)});
  }

  std::optional<std::uint16_t> parse_strength() {
    std::size_t const begin = at_;
    unsigned value = 0;
    unsigned unit = 1000;
    for (; peek() >= '0' && peek() <= '9' && value < 10'000; ++at_) {
      value = value * 10 + static_cast<unsigned>(peek() - '0') * unit;
    }
    if (peek() == '.' && at_ > begin) {
      ++at_;
      for (; peek() >= '0' && peek() <= '9'; ++at_) {
        unit /= 10;
        value += static_cast<unsigned>(peek() - '0') * unit;
        if (unit == 0) value = 10'000;
      }
    }
    if (value >= 1 && value <= 1000) return static_cast<std::uint16_t>(value);
    fail(begin, "a strength is above 0 and at most 1, with up to three decimals, as in ^0.6");
    return {};
  }

  // chain = exclusion { ">>" exclusion }
  Parsed parse_chain() {
    skip_space();
    std::size_t const begin = at_;
    std::size_t const mark = tree_.open();
    do {
      Parsed const child = parse_exclusion();
      if (!child) return {};
      tree_.open(*child);
    } while (take(">>"));
    return tree_.close_as(NodeKind::before, mark, begin);
  }

  // exclusion = sequence { "unless" scope sequence }
  Parsed parse_exclusion() {
    skip_space();
    std::size_t const begin = at_;
    Parsed left = parse_sequence();
    for (skip_space(); left && at_unless(); skip_space()) {
      at_ += 6;
      std::optional<Scope> const scope = parse_scope();
      if (!scope) return {};
      Parsed const right = parse_sequence();
      if (!right) return {};
      left = tree_.add({.kind = NodeKind::unless,
                        .children = {*left, *right},
                        .scope = *scope,
                        .offset = static_cast<std::uint32_t>(begin)});
    }
    return left;
  }

  // sequence = item { item }
  Parsed parse_sequence() {
    skip_space();
    std::size_t const begin = at_;
    std::size_t const mark = tree_.open();
    do {
      Parsed const child = parse_item();
      if (!child) return {};
      tree_.open(*child);
    } while (more_items());
    return tree_.close_as(NodeKind::ordered, mark, begin);
  }

  bool more_items() {
    constexpr std::string_view ends = "|^>)]}~";
    char const c = next();
    return at_ < source_.size() && ends.find(c) == std::string_view::npos && !at_unless();
  }

  // item = "[" .. "]" | "{" .. "}" | "(" .. ")" | not( .. ) | any( .. ) | firm( .. ) | atom
  Parsed parse_item() {
    char const c = next();
    if (c == '[') return parse_bracket(']', NodeKind::ordered);
    if (c == '{') return parse_bracket('}', NodeKind::nearby);
    if (c == '(') return parse_group();
    if (c != 'n' && c != 'a' && c != 'f') return parse_atom();
    constexpr std::array<std::pair<std::string_view, NodeKind>, 3> functions{
        {{"not(", NodeKind::negated}, {"any(", NodeKind::either}, {"firm(", NodeKind::firm}}};
    for (auto const& [name, kind] : functions) {
      if (source_.substr(at_, name.size()) == name) return parse_function(name.size() - 1, kind);
    }
    return parse_atom();
  }

  bool enter() {
    if (++depth_ <= limits::pattern_depth) return true;
    fail(at_, "brackets are nested deeper than 16; move parts into a @list");
    return false;
  }

  // "(" alternatives ")"
  Parsed parse_group() {
    std::size_t const begin = at_;
    if (!enter()) return {};
    ++at_;
    Parsed const inside = parse_alternatives();
    if (!inside) return {};
    if (!take(")")) return fail(at_, closing_missing(')', begin));
    --depth_;
    return inside;
  }

  Parsed parse_function(std::size_t name_bytes, NodeKind kind) {
    std::size_t const begin = at_;
    bool const polarity = kind != NodeKind::firm;
    if (polarity && inside_polarity_) {
      return fail(begin, "not() and any() cannot stand inside one another; keep the outer one");
    }
    inside_polarity_ = inside_polarity_ || polarity;
    at_ += name_bytes;
    Parsed const inside = parse_group();
    if (!inside) return {};
    if (polarity) inside_polarity_ = false;
    return tree_.add(kind, {*inside}, begin);
  }

  // "[" part { part } "]" [ scope ] or "{" part { part } "}" scope
  Parsed parse_bracket(char closing, NodeKind kind) {
    std::size_t const begin = at_;
    if (!enter()) return {};
    ++at_;
    std::size_t const mark = tree_.open();
    while (next() != closing) {
      if (at_ >= source_.size()) return fail(at_, closing_missing(closing, begin));
      if (peek() == '>' || peek() == '^') {
        return fail(at_, "inside brackets put ( ) around what belongs to >> or ^");
      }
      Parsed const part = parse_part();
      if (!part) return {};
      tree_.open(*part);
    }
    ++at_;
    --depth_;
    return finish_bracket(kind, tree_.close(mark), begin);
  }

  // part = item { "|" item }: inside brackets | joins its neighbours only.
  Parsed parse_part() {
    std::size_t const begin = at_;
    if (at_unless()) return fail(begin, "put ( ) around what belongs to unless");
    std::size_t const mark = tree_.open();
    do {
      Parsed const child = parse_item();
      if (!child) return {};
      tree_.open(*child);
    } while (take("|"));
    return tree_.close_as(NodeKind::any_of, mark, begin);
  }

  Parsed finish_bracket(NodeKind kind, std::vector<NodeId> parts, std::size_t begin) {
    if (parts.empty()) return fail(begin, "the brackets are empty; write words inside");
    Scope scope;
    bool const has_scope = peek() == '~';
    if (has_scope) {
      std::optional<Scope> const given = parse_scope();
      if (!given) return {};
      scope = *given;
    } else if (kind == NodeKind::nearby) {
      return fail(at_, "say how far apart after }: ~8 words, ~s same sentence, ~d anywhere");
    }
    if (parts.size() == 1 && has_scope) {
      return fail(begin, "a width needs at least two parts inside the brackets");
    }
    if (parts.size() == 1) return parts.front();
    return tree_.add({.kind = kind,
                      .children = std::move(parts),
                      .scope = scope,
                      .offset = static_cast<std::uint32_t>(begin)});
  }

  // scope = "~" ( number | "s" | "d" )
  std::optional<Scope> parse_scope() {
    std::size_t const begin = at_;
    ++at_;
    if (peek() == 's' || peek() == 'd') {
      ScopeKind const kind = peek() == 's' ? ScopeKind::sentence : ScopeKind::document;
      ++at_;
      if (ends_scope()) return Scope{.kind = kind};
    } else {
      unsigned words = 0;
      std::size_t const digits = at_;
      for (; peek() >= '0' && peek() <= '9' && words <= limits::answer_tokens; ++at_) {
        words = words * 10 + static_cast<unsigned>(peek() - '0');
      }
      if (at_ > digits && words <= limits::answer_tokens && ends_scope()) {
        return Scope{.words = static_cast<std::uint16_t>(words)};
      }
    }
    fail(begin, "after ~ stands a number of words up to 2000, s (same sentence) or d (anywhere)");
    return {};
  }

  bool ends_scope() const { return !text::character_at(source_, at_).is_alnum(); }

  // atom = "@" name | "=" word | word "*" | word
  Parsed parse_atom() {
    std::size_t const begin = at_;
    if (at_ >= source_.size()) return fail(at_, "a word is missing here");
    if (++atoms_ > limits::pattern_atoms) {
      return fail(begin, "the pattern has more than 64 words; split it or use a @list");
    }
    if (peek() == '@') return parse_lexicon();
    bool const exact = peek() == '=';
    std::size_t const word_begin = exact ? ++at_ : at_;
    at_ = end_of_word(source_, at_);
    std::string_view const word = source_.substr(word_begin, at_ - word_begin);
    bool const prefix = peek() == '*';
    if (prefix) ++at_;
    bool const cut = prefix && end_of_word(source_, at_) > at_;
    std::string fault = word_fault(word, {.exact = exact, .prefix = prefix, .cut = cut});
    if (word.empty() && word_begin < source_.size()) fault = misplaced(source_, word_begin);
    if (!fault.empty()) return fail(word_begin, std::move(fault));
    NodeKind const kind = exact ? NodeKind::exact : prefix ? NodeKind::prefix : NodeKind::word;
    return tree_.add(
        {.kind = kind, .text = std::string(word), .offset = static_cast<std::uint32_t>(begin)});
  }

  Parsed parse_lexicon() {
    std::size_t const begin = at_++;
    auto const in_name = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    while (in_name(peek())) ++at_;
    if (at_ == begin + 1) return fail(begin, "after @ stands the name of a word list (a-z 0-9 _)");
    if (end_of_word(source_, at_) > at_)
      return fail(at_, "the name of a word list has only a-z, 0-9 and _");
    return tree_.add({.kind = NodeKind::lexicon,
                      .text = std::string(source_.substr(begin + 1, at_ - begin - 1)),
                      .offset = static_cast<std::uint32_t>(begin)});
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t atoms_ = 0;
  bool inside_polarity_ = false;
  TreeBuilder tree_;
  std::optional<PatternError> error_;
};

}  // namespace

Result<Pattern, PatternError> parse(std::string_view source) { return Parser(source).run(); }

}  // namespace curveball::matching
