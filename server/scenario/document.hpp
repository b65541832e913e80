// One file as read: its text, its values, and where each stands; and what was found wrong in it.
// Thread: any; a Findings belongs to one compilation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.hpp"
#include "scenario/locate.hpp"

namespace curveball::scenario {

struct Document {
  std::string file;  // As shown in messages.
  std::string path;  // Below the source's root.
  std::string text;
  Locations locations;
  nlohmann::json json;
  bool readable = false;  // Else `json` is null and a finding says why.
};

// One value of a document, which must outlive it. Cheap to copy.
class Node {
 public:
  explicit Node(Document const& document) : Node(document, document.json, {}) {}

  Document const& document() const { return *document_; }
  nlohmann::json const& json() const { return *json_; }
  std::string const& pointer() const { return pointer_; }

  // The member or item, when there is one.
  std::optional<Node> find(std::string_view key) const;
  // The member or item that the format makes sure of.
  Node at(std::string_view key) const;
  Node at(std::size_t index) const;

  // All items of an array, or of the array that the member `key` holds; none when it is missing.
  std::vector<Node> items() const;
  std::vector<Node> items(std::string_view key) const;

  // All members of the object that the member `key` holds, sorted by their names.
  struct Member;
  std::vector<Member> members(std::string_view key) const;

  std::string text() const { return json_->get<std::string>(); }
  std::int64_t integer() const { return json_->get<std::int64_t>(); }
  bool boolean() const { return json_->get<bool>(); }

  // The same of the member `key`, or `otherwise` when it is missing.
  std::string text(std::string_view key, std::string_view otherwise = {}) const;
  std::int64_t integer(std::string_view key, std::int64_t otherwise = 0) const;

 private:
  Node(Document const& document, nlohmann::json const& json, std::string pointer)
      : document_(&document), json_(&json), pointer_(std::move(pointer)) {}

  Document const* document_;
  nlohmann::json const* json_;
  std::string pointer_;
};

struct Node::Member {
  std::string name;
  Node value;
};

// Where the value stands; 1:1 in a document without a text.
Position position_of(Node const& node);

// Collects diagnostics of one compilation.
class Findings {
 public:
  // At the first character of the value.
  void add(Code code, Node const& node, std::string message, std::string suggestion = {});
  // At the key before the value (the value itself when it is an item of an array).
  void add_at_key(Code code, Node const& node, std::string message, std::string suggestion = {});
  // At byte `offset` of the decoded string that `node` is.
  void add_inside(Code code, Node const& node, std::size_t offset, std::string message,
                  std::string suggestion = {});
  void add_at(Code code, std::string const& file, Position at, std::string message,
              std::string suggestion = {});

  void add_all(std::vector<Diagnostic>&& others);

  bool has(Code code) const;
  bool has_errors() const;

  // Everything found, each once, by file, line and column.
  std::vector<Diagnostic> take() &&;

 private:
  std::vector<Diagnostic> diagnostics_;
};

// `word` in double quotes.
std::string in_quotes(std::string_view word);

// Scans and parses `text`. Faults go to `findings`. After duplicate keys the document is readable
// all the same, and the last one counts.
Document parse_document(std::string file, std::string path, std::string text, Findings& findings);

}  // namespace curveball::scenario
