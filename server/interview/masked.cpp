#include "interview/masked.hpp"

#include <algorithm>
#include <array>

namespace curveball::interview {
namespace {

constexpr std::string_view list_note =
    "Much of this answer reads as a list of terms, and what is no sentence does not count. Try it "
    "again in sentences: who does what, by when, and why.";
constexpr std::string_view recital_note =
    "This tells how a method works in general, which does not count. Say what you do with it here: "
    "who, what, by when, with which figures.";
constexpr std::string_view sample_note =
    "This reads as the sample answer. Its score says how good the sample is; tell it in your own "
    "words to see how good you are.";

bool has(Reading const& reading, text::MaskReason reason) {
  return std::any_of(reading.masked.begin(), reading.masked.end(),
                     [reason](MaskedSpan const& masked) { return masked.reason == reason; });
}

}  // namespace

std::vector<MaskedWords> masked_words(std::span<Event const> events) {
  std::vector<MaskedWords> words;
  for (auto const& event : events) {
    for (auto const& masked : event.reading.masked) {
      if (masked.reason != text::MaskReason::sample) words.push_back({event.seq, masked});
    }
  }
  return words;
}

std::vector<AnswerNote> masked_notes(std::span<Event const> events) {
  std::vector<AnswerNote> notes;
  for (auto const& event : events) {
    if (event.reading.list) notes.push_back({event.seq, std::string(list_note)});
    if (has(event.reading, text::MaskReason::recital)) {
      notes.push_back({event.seq, std::string(recital_note)});
    }
    if (has(event.reading, text::MaskReason::sample)) {
      notes.push_back({event.seq, std::string(sample_note)});
    }
  }
  return notes;
}

std::string_view mask_in_words(text::MaskReason reason) {
  static constexpr std::array<std::string_view, 8> words{
      "",
      "More points in so few words than sentences can hold: a list shows nothing.",
      "A list of terms, without the sentences that say what you do.",
      "A few words over and over.",
      "The question's own words: they show nothing of yours.",
      "",
      "Said before in this answer.",
      "How a method works in general, not what you do with it here."};
  return words[static_cast<std::size_t>(reason)];
}

}  // namespace curveball::interview
