#include "wire/plain_answer.hpp"

#include <string>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "wire/json_plain.hpp"

namespace curveball::wire {
namespace {

// The character that a backslash and `letter` stand for, or 0.
char unescaped(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

// Reads from left to right; what does not fit is left where it is.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  // Reads a string into `out`. False as well when `out` was filled before.
  bool take_string(std::string& out) {
    if (!out.empty() || !take("\"")) return false;
    while (true) {
      std::size_t const plain = json_plain_run(rest_);
      if (plain == rest_.size()) return false;
      out += rest_.substr(0, plain);
      rest_.remove_prefix(plain);
      if (take("\"")) return is_valid_utf8(out);
      if (!take_escape(out)) return false;
    }
  }

  bool at_end() const { return rest_.empty(); }

 private:
  bool take_escape(std::string& out) {
    if (rest_.size() < 2 || rest_[0] != '\\') return false;
    char const meant = unescaped(rest_[1]);
    if (meant == 0) return false;
    out.push_back(meant);
    rest_.remove_prefix(2);
    return true;
  }

  std::string_view rest_;
};

bool take_body(Scanner& in, ClientAnswer& answer) {
  if (!in.take("{")) return false;
  do {
    bool const taken = in.take("\"id\":")     ? in.take_string(answer.id)
                       : in.take("\"text\":") ? in.take_string(answer.text)
                                              : false;
    if (!taken) return false;
  } while (in.take(","));
  return in.take("}");
}

// What an answer's envelope must have beside its session.
struct Seen {
  bool version = false;
  bool type = false;
  bool body = false;
};

bool take_field(Scanner& in, ClientAnswer& answer, Seen& seen) {
  if (in.take("\"v\":1")) return seen.version = true;
  if (in.take("\"type\":\"answer\"")) return seen.type = true;
  if (in.take("\"session\":")) return in.take_string(answer.session);
  if (seen.body || !in.take("\"body\":")) return false;
  return seen.body = take_body(in, answer);
}

bool within_limits(ClientAnswer const& answer) {
  return !answer.session.empty() && answer.session.size() <= session_id_bytes &&
         is_answer_id(answer.id) && !answer.text.empty() &&
         answer.text.size() <= limits::message_bytes;
}

}  // namespace

std::optional<ClientAnswer> plain_answer(std::string_view frame) {
  Scanner in(frame);
  ClientAnswer answer;
  Seen seen;
  if (!in.take("{")) return std::nullopt;
  do {
    if (!take_field(in, answer, seen)) return std::nullopt;
  } while (in.take(","));
  bool const complete = in.take("}") && in.at_end() && seen.version && seen.type && seen.body;
  if (!complete || !within_limits(answer)) return std::nullopt;
  return answer;
}

}  // namespace curveball::wire
