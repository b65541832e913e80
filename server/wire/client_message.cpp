#include "wire/client_message.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "base/limits.hpp"
#include "wire/names.hpp"
#include "wire/plain_answer.hpp"

namespace curveball::wire {
namespace {

using nlohmann::json;

// Thrown inside this file only, and caught in decode_client_message.
struct Fault {
  std::string code;
  std::string message;
};

[[noreturn]] void bad(std::string message) { throw Fault{"bad_message", std::move(message)}; }

// Whether brackets nest at most limits::json_depth deep; strings are skipped.
bool nests_within_limit(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > limits::json_depth) return false;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return true;
}

[[noreturn]] void unknown_field(std::string const& name, std::string const& where) {
  bad("unknown field \"" + name + "\" in " + where);
}

void allow_only(json const& object, std::initializer_list<std::string_view> known,
                std::string const& where) {
  for (auto const& [key, value] : object.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) unknown_field(key, where);
  }
}

std::string text_field(json const& object, char const* name, std::size_t bytes_max) {
  auto const found = object.find(name);
  if (found == object.end()) bad(std::string("\"") + name + "\" is missing");
  if (!found->is_string()) bad(std::string("\"") + name + "\" must be a string");
  auto const& text = found->get_ref<std::string const&>();
  if (text.size() > bytes_max) bad(std::string("\"") + name + "\" is too long");
  return text;
}

std::string id_field(json const& object) {
  auto id = text_field(object, "id", limits::answer_id_bytes);
  if (!is_answer_id(id)) bad("\"id\" must be 1 to 64 characters of A-Z a-z 0-9 - _");
  return id;
}

std::optional<std::uint64_t> seed_field(json const& body) {
  if (!body.contains("seed")) return std::nullopt;
  auto const digits = text_field(body, "seed", 20);
  std::uint64_t seed = 0;
  auto const read = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
    bad("\"seed\" must be 1 to 20 decimal digits, below 2^64");
  }
  return seed;
}

std::uint16_t time_scale_field(json const& body) {
  auto const found = body.find("time_scale_pm");
  if (found == body.end()) return 1000;
  for (unsigned const allowed : {0U, 1000U, 1500U, 2000U}) {
    if (found->is_number_unsigned() && *found == allowed)
      return static_cast<std::uint16_t>(allowed);
  }
  bad("\"time_scale_pm\" must be 0, 1000, 1500 or 2000");
}

std::uint32_t after_field(json const& body) {
  auto const found = body.find("after");
  if (found == body.end() || !found->is_number_unsigned() || *found > 0xffffffffULL) {
    bad("\"after\" must be an integer from 0: the last seq that you have");
  }
  return found->get<std::uint32_t>();
}

// The session id's form is the store's business; here it only has a size.
std::string session_field(json const& envelope) {
  return text_field(envelope, "session", session_id_bytes);
}

ClientMessage decode_start(json const&, json const& body) {
  allow_only(body, {"id", "scenario", "seed", "time_scale_pm"}, "the body of start");
  return ClientStart{id_field(body), text_field(body, "scenario", 128), seed_field(body),
                     time_scale_field(body)};
}

ClientMessage decode_resume(json const& envelope, json const& body) {
  allow_only(body, {"after"}, "the body of resume");
  return ClientResume{session_field(envelope), after_field(body)};
}

ClientMessage decode_answer(json const& envelope, json const& body) {
  allow_only(body, {"id", "text"}, "the body of answer");
  return ClientAnswer{session_field(envelope), id_field(body),
                      text_field(body, "text", limits::message_bytes)};
}

ClientMessage decode_command(json const& envelope, json const& body) {
  allow_only(body, {"id", "name"}, "the body of command");
  auto const name = commands.find(text_field(body, "name", 16));
  if (!name) bad("\"name\" must be hint, repeat, skip or end");
  return ClientCommand{session_field(envelope), id_field(body), *name};
}

using Decoder = ClientMessage (*)(json const& envelope, json const& body);

Decoder decoder_of(std::string const& type) {
  if (type == "start") return decode_start;
  if (type == "resume") return decode_resume;
  if (type == "answer") return decode_answer;
  if (type == "command") return decode_command;
  throw Fault{"unknown_type", "\"type\" must be start, resume, answer or command"};
}

ClientMessage decode_envelope(json const& envelope, json const& body) {
  if (!envelope.contains("v") || envelope["v"] != 1) {
    throw Fault{"unsupported_version", "this server speaks version 1: \"v\":1"};
  }
  auto const decode = decoder_of(text_field(envelope, "type", 32));
  allow_only(envelope, {"v", "type", "session", "body"}, "the envelope");
  return decode(envelope, body);
}

std::string readable_id(json const& body) {
  auto const found = body.find("id");
  bool const usable = found != body.end() && found->is_string() &&
                      is_answer_id(found->get_ref<std::string const&>());
  return usable ? found->get<std::string>() : std::string();
}

}  // namespace

std::string_view id_of(ClientMessage const& message) {
  if (auto const* start = std::get_if<ClientStart>(&message)) return start->id;
  if (auto const* answer = std::get_if<ClientAnswer>(&message)) return answer->id;
  if (auto const* command = std::get_if<ClientCommand>(&message)) return command->id;
  return {};
}

bool is_answer_id(std::string_view id) {
  auto const allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  };
  return !id.empty() && id.size() <= limits::answer_id_bytes &&
         std::all_of(id.begin(), id.end(), allowed);
}

Result<ClientMessage, WireFault> decode_client_message(std::string_view frame) {
  if (auto answer = plain_answer(frame)) return ClientMessage(*std::move(answer));
  if (!nests_within_limit(frame)) {
    return Unexpected{WireFault{"bad_message", "the JSON nests too deeply", ""}};
  }
  json const envelope = json::parse(frame, nullptr, false);
  if (!envelope.is_object()) {
    return Unexpected{WireFault{"bad_message", "a frame is one JSON object in UTF-8", ""}};
  }
  json const body = envelope.value("body", json::object());
  if (!body.is_object()) {
    return Unexpected{WireFault{"bad_message", "\"body\" must be an object", ""}};
  }
  try {
    return decode_envelope(envelope, body);
  } catch (Fault const& fault) {
    return Unexpected{WireFault{fault.code, fault.message, readable_id(body)}};
  }
}

}  // namespace curveball::wire
