#include "authoring/fmt.hpp"

#include <algorithm>
#include <vector>

#include "authoring/comments.hpp"

namespace curveball::authoring {
namespace {

using scenario::JsonType;
using scenario::JsonValue;

constexpr std::size_t columns = 100;
// An object of plain values and of lists of plain values still counts as a leaf.
constexpr int leaf_height = 2;

class Layout {
 public:
  Layout(std::string_view text, scenario::JsonText const& json)
      : text_(text), values_(json.values), comments_(text) {}

  std::string run() {
    auto const& root = values_.front();
    comments_before(0, root.begin, 0);
    nested(root, 0);
    comments_behind(root.end, text_.size(), 0);
    out_ += '\n';
    return std::move(out_);
  }

 private:
  bool is_nested(JsonValue const& value) const {
    return value.type == JsonType::object || value.type == JsonType::list;
  }

  std::string_view bytes(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  std::vector<JsonValue const*> children(JsonValue const& value) const {
    std::vector<JsonValue const*> all;
    for (auto at = value.first; at != JsonValue::none; at = values_[at].next) {
      all.push_back(&values_[at]);
    }
    return all;
  }

  int height(JsonValue const& value) const {
    if (!is_nested(value)) return 0;
    int tallest = 0;
    for (auto const* child : children(value)) tallest = std::max(tallest, height(*child));
    return tallest + 1;
  }

  // The key as written, with its colon; nothing for an item.
  std::string key(JsonValue const& value) const {
    if (!value.is_member) return {};
    return std::string(bytes(value.key_at, behind_key(value.key_at))) + ": ";
  }

  std::size_t behind_key(std::size_t at) const {
    for (++at; text_[at] != '"'; ++at) {
      if (text_[at] == '\\') ++at;
    }
    return at + 1;
  }

  std::string on_one_line(JsonValue const& value) const {
    if (!is_nested(value)) return std::string(bytes(value.begin, value.end));
    bool const object = value.type == JsonType::object;
    std::string line;
    for (auto const* child : children(value)) {
      line += (line.empty() ? "" : ", ") + key(*child) + on_one_line(*child);
    }
    if (line.empty()) return object ? "{}" : "[]";
    return object ? "{ " + line + " }" : "[" + line + "]";
  }

  bool fits_one_line(JsonValue const& value, std::size_t column) const {
    if (!is_nested(value)) return true;
    if (!comments_.between(value.begin, value.end).empty()) return false;
    if (value.children == 0) return true;
    // White space only shrinks: a long text need not be laid out to know that it is too long.
    return value.end - value.begin < 8 * columns && height(value) <= leaf_height &&
           column + on_one_line(value).size() < columns;
  }

  void new_line(std::size_t depth) {
    out_ += '\n';
    out_.append(2 * depth, ' ');
  }

  std::size_t column() const {
    auto const line = out_.rfind('\n');
    return out_.size() - (line == std::string::npos ? 0 : line + 1);
  }

  void value(JsonValue const& each, std::size_t depth) {
    out_ += key(each);
    if (fits_one_line(each, column())) {
      out_ += on_one_line(each);
    } else {
      nested(each, depth);
    }
  }

  // A list or object with each child on lines of its own.
  void nested(JsonValue const& value, std::size_t depth) {
    if (!is_nested(value)) {
      out_ += bytes(value.begin, value.end);
      return;
    }
    bool const object = value.type == JsonType::object;
    out_ += object ? '{' : '[';
    auto const opened = out_.size();
    auto last = static_cast<std::size_t>(value.begin) + 1;
    auto const all = children(value);
    for (std::size_t i = 0; i < all.size(); ++i) {
      before_child(last, *all[i], depth + 1);
      this->value(*all[i], depth + 1);
      if (i + 1 < all.size()) out_ += ',';
      last = all[i]->end;
    }
    comments_behind(last, value.end, depth + 1);
    if (out_.size() > opened) new_line(depth);
    out_ += object ? '}' : ']';
  }

  void before_child(std::size_t last, JsonValue const& child, std::size_t depth) {
    last = comments_on_line(last, child.begin);
    for (auto const& comment : comments_.between(last, child.begin)) {
      comment_line(last, comment, depth);
      last = comment.end;
    }
    blank_line(last, child.key_at);
    new_line(depth);
  }

  // Writes the comments that stand on the line on which `last` is; gives the byte behind them.
  std::size_t comments_on_line(std::size_t last, std::size_t end) {
    for (auto const& comment : comments_.between(last, end)) {
      if (bytes(last, comment.begin).find('\n') != std::string_view::npos) break;
      out_ += ' ';
      out_ += bytes(comment.begin, comment.end);
      last = comment.end;
    }
    return last;
  }

  void comments_behind(std::size_t last, std::size_t end, std::size_t depth) {
    last = comments_on_line(last, end);
    for (auto const& comment : comments_.between(last, end)) {
      comment_line(last, comment, depth);
      last = comment.end;
    }
  }

  void comments_before(std::size_t last, std::size_t end, std::size_t depth) {
    for (auto const& comment : comments_.between(last, end)) {
      if (!out_.empty()) comment_line(last, comment, depth);
      if (out_.empty()) out_ += bytes(comment.begin, comment.end);
      last = comment.end;
    }
    if (!out_.empty()) new_line(depth);
  }

  void comment_line(std::size_t last, Comment const& comment, std::size_t depth) {
    blank_line(last, comment.begin);
    new_line(depth);
    out_ += bytes(comment.begin, comment.end);
  }

  // Keeps one blank line where there were some.
  void blank_line(std::size_t last, std::size_t next) {
    if (last >= next || out_.back() == '{' || out_.back() == '[') return;
    auto const between = bytes(last, next);
    if (std::count(between.begin(), between.end(), '\n') > 1) out_ += '\n';
  }

  std::string_view text_;
  std::vector<JsonValue> const& values_;
  Comments comments_;
  std::string out_;
};

}  // namespace

std::string formatted(std::string_view text, scenario::JsonText const& json) {
  return Layout(text, json).run();
}

}  // namespace curveball::authoring
