#include "scenario/canonical.hpp"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "scenario/json_text.hpp"

namespace curveball::scenario {
namespace {

class Writer {
 public:
  explicit Writer(std::size_t bytes) { text_.reserve(bytes); }

  void write(Bundle const& bundle) {
    write_object(Node(*bundle.scenario), [&](Node const& member) {
      if (member.value().key == "uses") {
        write_uses(bundle);
      } else if (member.value().key == "profile") {
        write_document(*bundle.profile);
      } else {
        write(member);
      }
    });
  }

  std::string take() { return std::move(text_); }

 private:
  void write(Node const& node) {
    switch (node.value().type) {
      case JsonType::null:
        text_ += "null";
        break;
      case JsonType::boolean:
        text_ += node.boolean() ? "true" : "false";
        break;
      case JsonType::integer:
        text_ += std::to_string(node.integer());
        break;
      case JsonType::real:
        assert(false && "the format has whole numbers only");
        break;
      case JsonType::text:
        write_text(node);
        break;
      case JsonType::list:
        write_list(node);
        break;
      case JsonType::object:
        write_object(node, [this](Node const& member) { write(member); });
        break;
    }
  }

  // Without escapes the text stands in the file as it is to be written.
  void write_text(Node const& node) {
    auto const written = node.source();
    if (node.view().size() + 2 == written.size()) {
      text_ += written;
    } else {
      append_quoted(text_, node.view());
    }
  }

  void write_list(Node const& list) {
    text_ += '[';
    bool first = true;
    list.for_each([&](Node const& item) {
      if (!std::exchange(first, false)) text_ += ',';
      write(item);
    });
    text_ += ']';
  }

  template <class WriteValue>
  void write_object(Node const& object, WriteValue write_value) {
    std::vector<Node> members;
    members.reserve(object.size());
    object.for_each([&](Node const& member) {
      if (!object.is_root() || member.value().key != "$schema") members.push_back(member);
    });
    std::sort(members.begin(), members.end(),
              [](Node const& a, Node const& b) { return a.value().key < b.value().key; });
    text_ += '{';
    for (auto const& member : members) {
      if (&member != &members.front()) text_ += ',';
      append_quoted(text_, member.value().key);
      text_ += ':';
      write_value(member);
    }
    text_ += '}';
  }

  void write_document(Document const& document) { write(Node(document)); }

  void write_uses(Bundle const& bundle) {
    std::vector<Document const*> used;
    for (auto const& document : bundle.dialogues) used.push_back(document.get());
    used.insert(used.begin() + static_cast<std::ptrdiff_t>(bundle.manners_at),
                bundle.manners.get());
    for (auto const& document : bundle.libraries) used.push_back(document.get());
    text_ += '[';
    for (auto const* const document : used) {
      if (document != used.front()) text_ += ',';
      write_document(*document);
    }
    text_ += ']';
  }

  std::string text_;
};

std::size_t bytes_of(Bundle const& bundle) {
  std::size_t bytes =
      bundle.scenario->text.size() + bundle.manners->text.size() + bundle.profile->text.size();
  for (auto const& document : bundle.dialogues) bytes += document->text.size();
  for (auto const& document : bundle.libraries) bytes += document->text.size();
  return bytes;
}

}  // namespace

std::string canonical_text(Bundle const& bundle) {
  Writer writer(bytes_of(bundle));
  writer.write(bundle);
  return writer.take();
}

}  // namespace curveball::scenario
