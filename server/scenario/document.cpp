#include "scenario/document.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace curveball::scenario {
namespace {

Location location_of(Node const& node) {
  auto const& locations = node.document().locations;
  auto const found = locations.find(node.pointer());
  return found == locations.end() ? Location{} : found->second;
}

Code code_of(ScanFaultKind kind) {
  switch (kind) {
    case ScanFaultKind::duplicate_key:
      return Code::duplicate_key;
    case ScanFaultKind::not_utf8:
      return Code::not_utf8;
    case ScanFaultKind::syntax:
      break;
  }
  return Code::json_syntax;
}

auto place_of(Diagnostic const& diagnostic) {
  return std::tie(diagnostic.file, diagnostic.line, diagnostic.column, diagnostic.code);
}

}  // namespace

std::optional<Node> Node::find(std::string_view key) const {
  if (!json_->is_object()) return std::nullopt;
  auto const found = json_->find(std::string(key));
  if (found == json_->end()) return std::nullopt;
  return Node(*document_, *found, pointer_to(pointer_, key));
}

Node Node::at(std::string_view key) const {
  auto const found = find(key);
  assert(found && "the format requires this member");
  return *found;
}

Node Node::at(std::size_t index) const {
  assert(json_->is_array() && index < json_->size());
  return Node(*document_, (*json_)[index], pointer_to(pointer_, index));
}

std::vector<Node> Node::items() const {
  std::vector<Node> result;
  if (!json_->is_array()) return result;
  for (std::size_t index = 0; index < json_->size(); ++index) result.push_back(at(index));
  return result;
}

std::vector<Node> Node::items(std::string_view key) const {
  auto const member = find(key);
  return member ? member->items() : std::vector<Node>{};
}

std::vector<Node::Member> Node::members(std::string_view key) const {
  std::vector<Member> result;
  auto const object = find(key);
  if (!object || !object->json().is_object()) return result;
  for (auto const& [name, unused] : object->json().items()) {
    result.push_back({.name = name, .value = object->at(name)});
  }
  return result;
}

std::string Node::text(std::string_view key, std::string_view otherwise) const {
  auto const member = find(key);
  return member ? member->text() : std::string(otherwise);
}

std::int64_t Node::integer(std::string_view key, std::int64_t otherwise) const {
  auto const member = find(key);
  return member ? member->integer() : otherwise;
}

Position position_of(Node const& node) { return location_of(node).value; }

void Findings::add(Code code, Node const& node, std::string message, std::string suggestion) {
  add_at(code, node.document().file, position_of(node), std::move(message), std::move(suggestion));
}

void Findings::add_at_key(Code code, Node const& node, std::string message,
                          std::string suggestion) {
  add_at(code, node.document().file, location_of(node).key, std::move(message),
         std::move(suggestion));
}

void Findings::add_inside(Code code, Node const& node, std::size_t offset, std::string message,
                          std::string suggestion) {
  auto const at = position_in_string(node.document().text, location_of(node), offset);
  add_at(code, node.document().file, at, std::move(message), std::move(suggestion));
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

Document parse_document(std::string file, std::string path, std::string text, Findings& findings) {
  Document document{.file = std::move(file), .path = std::move(path), .text = std::move(text)};
  auto scanned = scan(document.text);
  document.readable = true;
  for (auto& fault : scanned.faults) {
    document.readable = document.readable && fault.kind == ScanFaultKind::duplicate_key;
    findings.add_at(code_of(fault.kind), document.file, fault.at, std::move(fault.message));
  }
  document.locations = std::move(scanned.locations);
  if (!document.readable) return document;
  document.json = nlohmann::json::parse(document.text, nullptr, false, true);
  if (document.json.is_discarded()) {
    document.json = nullptr;
    document.readable = false;
    findings.add_at(Code::json_syntax, document.file, {}, "the file cannot be read as JSON");
  }
  return document;
}

}  // namespace curveball::scenario
