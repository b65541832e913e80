// One file as read: its text, its values, and where each stands; and what was found wrong in it.
// Thread: any; a Findings belongs to one compilation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/diagnostic.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/position.hpp"

namespace curveball::scenario {

// Stays where it is, because its values point into its text.
struct Document {
  explicit Document(std::string bytes)
      : text(std::move(bytes)), positions(text), json(read_json(text)) {}
  Document(Document const&) = delete;
  Document& operator=(Document const&) = delete;

  std::string file;  // As shown in messages.
  std::string path;  // Below the source's root.
  std::string const text;
  Positions const positions;
  JsonText const json;
  bool readable = false;  // Else a finding says why.
};

// One value of a document, which must outlive it. Cheap to copy.
class Node {
 public:
  explicit Node(Document const& document) : Node(document, document.json.values.front()) {}

  Document const& document() const { return *document_; }
  JsonValue const& value() const { return *value_; }
  bool is(JsonType type) const { return value_->type == type; }
  // The bytes of the file that are the value.
  std::string_view source() const {
    return std::string_view(document_->text).substr(value_->begin, value_->end - value_->begin);
  }
  bool is_root() const { return value_ == &document_->json.values.front(); }
  // How many members or items.
  std::size_t size() const { return value_->children; }
  // Calls `visit` with each of them, in the order of the text.
  template <class Visit>
  void for_each(Visit visit) const {
    auto const& values = document_->json.values;
    for (auto each = value_->first; each != JsonValue::none; each = values[each].next) {
      visit(Node(*document_, values[each]));
    }
  }

  // The member or item, when there is one.
  std::optional<Node> find(std::string_view key) const;
  // The member or item that the format makes sure of.
  Node at(std::string_view key) const;

  // All items of an array, or of the array that the member `key` holds; none when it is missing.
  std::vector<Node> items() const;
  std::vector<Node> items(std::string_view key) const;

  // All members of an object, or of the object that the member `key` holds, sorted by their names.
  struct Member;
  std::vector<Member> members() const;
  std::vector<Member> members(std::string_view key) const;

  std::string text() const { return std::string(value_->text); }
  std::string_view view() const { return value_->text; }
  std::int64_t integer() const { return value_->number; }
  bool boolean() const { return value_->number != 0; }

  // The same of the member `key`, or `otherwise` when it is missing.
  std::string text(std::string_view key, std::string_view otherwise = {}) const;
  std::int64_t integer(std::string_view key, std::int64_t otherwise = 0) const;

 private:
  Node(Document const& document, JsonValue const& value) : document_(&document), value_(&value) {}

  Document const* document_;
  JsonValue const* value_;
};

struct Node::Member {
  std::string name;
  Node value;
};

// Where the value stands.
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

// Reads `text`. Faults go to `findings`. After duplicate keys the document is readable all the
// same, and the last one counts.
std::unique_ptr<Document> parse_document(std::string file, std::string path, std::string text,
                                         Findings& findings);

}  // namespace curveball::scenario
