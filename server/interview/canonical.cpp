#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "interview/event.hpp"

namespace curveball::interview {
namespace {

// Appends integers as 64 bits little-endian and texts and lists behind their length.
class ByteWriter {
 public:
  ByteWriter() { bytes_.reserve(usual_bytes); }
  void integer(std::int64_t value) {
    auto bits = static_cast<std::uint64_t>(value);
    std::array<char, 8> bytes;
    for (char& byte : bytes) {
      byte = static_cast<char>(bits & 0xffU);
      bits >>= 8;
    }
    bytes_.append(bytes.data(), bytes.size());
  }
  template <class Enum>
  void kind(Enum value) {
    integer(static_cast<std::int64_t>(value));
  }
  void size(std::size_t value) { integer(static_cast<std::int64_t>(value)); }
  void text(std::string_view value) {
    size(value.size());
    bytes_.append(value);
  }
  std::string take() { return std::move(bytes_); }

 private:
  static constexpr std::size_t usual_bytes = 2'048;  // Most events fit.
  std::string bytes_;
};

void write(ByteWriter& out, dialogue::Value const& value) {
  out.size(value.index());
  if (auto const* number = std::get_if<std::int64_t>(&value)) out.integer(*number);
  if (auto const* truth = std::get_if<bool>(&value)) out.integer(*truth ? 1 : 0);
  if (auto const* text = std::get_if<std::string>(&value)) out.text(*text);
}

void write(ByteWriter& out, Started const& input) {
  out.text(input.start_id);
  out.integer(static_cast<std::int64_t>(input.begin.seed));
  out.integer(input.begin.time_scale_pm);
  out.size(input.begin.forced.size());
  for (auto const index : input.begin.forced) out.integer(index);
  out.integer(input.engine_revision);
}

void write(ByteWriter& out, Answered const& input) {
  out.text(input.answer_id);
  out.text(input.text);
}

void write(ByteWriter& out, Commanded const& input) {
  out.text(input.command_id);
  out.kind(input.command);
}

void write(ByteWriter& out, TimedOut const& input) {
  out.integer(input.timer.prompt);
  out.kind(input.timer.kind);
}

void write(ByteWriter& out, EvidenceHit const& hit) {
  out.integer(hit.concept_index);
  out.integer(hit.pattern);
  out.integer(hit.strength_pm);
  out.integer(hit.credit_pm);
  out.size(hit.evidence.size());
  for (auto const& evidence : hit.evidence) {
    out.integer(evidence.span.begin);
    out.integer(evidence.span.end);
    out.kind(evidence.kind);
    if (evidence.kind >= matching::MatchKind::synonym) out.text(evidence.read_as);
  }
}

// What came later has a bit beside `truncated`, and its bytes follow only where the bit is set:
// older events keep theirs.
std::int64_t flags_of(Reading const& reading) {
  return (reading.truncated ? 1 : 0) | (reading.masked.empty() ? 0 : 2) | (reading.list ? 4 : 0);
}

void write(ByteWriter& out, std::vector<MaskedSpan> const& masked) {
  out.size(masked.size());
  for (auto const& [span, reason] : masked) {
    out.integer(span.begin);
    out.integer(span.end);
    out.kind(reason);
  }
}

void write(ByteWriter& out, Reading const& reading) {
  out.integer(reading.turn);
  out.integer(reading.probe);
  out.integer(reading.words);
  out.integer(reading.thin ? 1 : 0);
  out.integer(flags_of(reading));
  out.size(reading.hits.size());
  for (auto const& hit : reading.hits) write(out, hit);
  if (!reading.masked.empty()) write(out, reading.masked);
}

void write(ByteWriter& out, dialogue::Change const& change) {
  out.kind(change.kind);
  out.integer(change.a);
  out.integer(change.b);
  out.integer(change.value);
  write(out, change.payload);
}

void write(ByteWriter& out, dialogue::Outcome const& outcome) {
  out.size(outcome.changes.size());
  for (auto const& change : outcome.changes) write(out, change);
  out.size(outcome.lines.size());
  for (auto const& line : outcome.lines) {
    out.kind(line.kind);
    out.text(line.id);
    out.text(line.text);
  }
}

void write(ByteWriter& out, dialogue::Prompt const& prompt) {
  out.integer(prompt.number);
  out.integer(prompt.soft_ms);
  out.integer(prompt.hard_ms);
  out.integer(prompt.asked_at.ms);
  out.integer(prompt.turn);
  out.integer(prompt.probe);
  out.integer(prompt.hints_left);
}

}  // namespace

std::string canonical_bytes(Event const& event) {
  ByteWriter out;
  out.integer(event.seq);
  out.integer(event.at.ms);
  out.integer(event.elapsed.ms);
  out.size(event.input.index());
  std::visit([&out](auto const& input) { write(out, input); }, event.input);
  write(out, event.reading);
  write(out, event.outcome);
  write(out, event.prompt);
  return out.take();
}

}  // namespace curveball::interview
