#include "scenario/document.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace curveball::scenario {
namespace {

Position position_at(Node const& node, std::size_t offset) {
  return node.document().positions.at(offset);
}

Code code_of(JsonFaultKind kind) {
  switch (kind) {
    case JsonFaultKind::duplicate_key:
      return Code::duplicate_key;
    case JsonFaultKind::not_utf8:
      return Code::not_utf8;
    case JsonFaultKind::syntax:
      break;
  }
  return Code::json_syntax;
}

auto place_of(Diagnostic const& diagnostic) {
  return std::tie(diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.code);
}

}  // namespace

std::optional<Node> Node::find(std::string_view key) const {
  std::optional<Node> found;
  if (!is(JsonType::object)) return found;
  for_each([&](Node const& member) {
    if (member.value().key == key) found = member;
  });
  return found;
}

Node Node::at(std::string_view key) const {
  auto const found = find(key);
  assert(found && "the format requires this member");
  return *found;
}

std::vector<Node> Node::items() const {
  std::vector<Node> result;
  if (!is(JsonType::list)) return result;
  result.reserve(size());
  for_each([&](Node const& item) { result.push_back(item); });
  return result;
}

std::vector<Node> Node::items(std::string_view key) const {
  auto const member = find(key);
  return member ? member->items() : std::vector<Node>{};
}

std::vector<Node::Member> Node::members() const {
  std::vector<Member> result;
  if (!is(JsonType::object)) return result;
  for_each([&](Node const& member) {
    result.push_back({.name = std::string(member.value().key), .value = member});
  });
  std::stable_sort(result.begin(), result.end(),
                   [](Member const& a, Member const& b) { return a.name < b.name; });
  // Of those with the same name the last one stays.
  auto const kept = std::unique(result.rbegin(), result.rend(),
                                [](auto const& a, auto const& b) { return a.name == b.name; });
  result.erase(result.begin(), kept.base());
  return result;
}

std::vector<Node::Member> Node::members(std::string_view key) const {
  auto const object = find(key);
  return object ? object->members() : std::vector<Member>{};
}

std::string Node::text(std::string_view key, std::string_view otherwise) const {
  auto const member = find(key);
  return member ? member->text() : std::string(otherwise);
}

std::int64_t Node::integer(std::string_view key, std::int64_t otherwise) const {
  auto const member = find(key);
  return member ? member->integer() : otherwise;
}

Position position_of(Node const& node) { return position_at(node, node.value().begin); }

void Findings::add(Code code, Node const& node, std::string message, std::string suggestion) {
  add_at(code, node.document().file, position_of(node), std::move(message), std::move(suggestion));
}

void Findings::add_at_key(Code code, Node const& node, std::string message,
                          std::string suggestion) {
  add_at(code, node.document().file, position_at(node, node.value().key_at), std::move(message),
         std::move(suggestion));
}

void Findings::add_inside(Code code, Node const& node, std::size_t offset, std::string message,
                          std::string suggestion) {
  auto const& document = node.document();
  auto const at = position_at(node, offset_in_string(document.text, node.value(), offset));
  add_at(code, document.file, at, std::move(message), std::move(suggestion));
  diagnostics_.back().excerpt = marked_line(document.text, at);
}

void Findings::add_at(Code code, std::string const& file, Position at, std::string message,
                      std::string suggestion) {
  auto const& row = info(code);
  diagnostics_.push_back({.code = row.id,
                          .name = row.name,
                          .severity = row.severity,
                          .file = file,
                          .line = at.line,
                          .column = at.column,
                          .message = std::move(message),
                          .suggestion = std::move(suggestion)});
}

void Findings::add_all(std::vector<Diagnostic>&& others) {
  for (auto& diagnostic : others) diagnostics_.push_back(std::move(diagnostic));
}

bool Findings::has(Code code) const {
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [code](Diagnostic const& found) { return found.code == info(code).id; });
}

bool Findings::has_errors() const { return scenario::has_errors(diagnostics_); }

std::vector<Diagnostic> Findings::take() && {
  std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                   [](auto const& a, auto const& b) { return place_of(a) < place_of(b); });
  diagnostics_.erase(std::unique(diagnostics_.begin(), diagnostics_.end()), diagnostics_.end());
  return std::move(diagnostics_);
}

std::string in_quotes(std::string_view word) { return '"' + std::string(word) + '"'; }

std::unique_ptr<Document> parse_document(std::string file, std::string path, std::string text,
                                         Findings& findings) {
  auto document = std::make_unique<Document>(std::move(text));
  document->file = std::move(file);
  document->path = std::move(path);
  document->readable = true;
  for (auto const& fault : document->json.faults) {
    document->readable = document->readable && fault.kind == JsonFaultKind::duplicate_key;
    findings.add_at(code_of(fault.kind), document->file, document->positions.at(fault.offset),
                    fault.message);
  }
  return document;
}

}  // namespace curveball::scenario
