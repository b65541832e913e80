#include "authoring/persona.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "base/draw.hpp"
#include "base/limits.hpp"

namespace curveball::authoring {
namespace {

using dialogue::Command;

constexpr std::array<std::string_view, persona_count> names = {
    "strong",  "mixed",   "weak",      "silent",  "echo",
    "stuffer", "rambler", "clarifier", "hostile", "slow"};
constexpr std::int64_t usual_wait_s = 45;
constexpr int rambles = 6;

class Player {
 public:
  Player(std::uint64_t seed, Situation const& situation)
      : program_(situation.program), seed_(seed), situation_(situation) {}

  Act play(Persona persona) const {
    switch (persona) {
      case Persona::strong:
        return say(sample("strong"));
      case Persona::mixed:
        return mixed();
      case Persona::weak:
        return say(sample("weak"));
      case Persona::silent:
        return silent();
      case Persona::echo:
        return say(std::string(situation_.question));
      case Persona::stuffer:
        return say(stuffed());
      case Persona::rambler:
        return say(rambled());
      case Persona::clarifier:
        return clarifier();
      case Persona::hostile:
        return hostile();
      case Persona::slow:
        break;
    }
    return slow();
  }

 private:
  static Act say(std::string text) {
    return {.wait_s = usual_wait_s, .text = std::move(text), .command = {}};
  }

  std::uint64_t drawn(std::string_view purpose, std::uint64_t bound) const {
    auto const& turn = program_.script.turns[situation_.prompt.turn];
    return draw_below({seed_, purpose, turn.id, situation_.prompt.number}, bound);
  }

  // Drawn anew for each act on the question.
  std::uint64_t drawn_again(std::string_view purpose, std::uint64_t bound) const {
    auto const& turn = program_.script.turns[situation_.prompt.turn];
    auto const visit = situation_.prompt.number * 64 + situation_.tries;
    return draw_below({seed_, purpose, turn.id, visit}, bound);
  }

  std::vector<interview::Sample> const& samples() const {
    return program_.asks[situation_.prompt.turn].samples;
  }

  // One of that grade; any when there is none.
  std::string sample(std::string_view grade) const {
    std::vector<std::string const*> texts;
    for (auto const& each : samples()) {
      if (each.grade == grade) texts.push_back(&each.text);
    }
    if (!texts.empty()) return *texts[drawn("sample", texts.size())];
    return samples().empty() ? "I don't know." : samples().front().text;
  }

  Act mixed() const {
    auto const choice = drawn("mixed", 8);
    if (situation_.prompt.hints_left > 0 && drawn_again("hint", 4) == 0) {
      return {.wait_s = usual_wait_s, .text = {}, .command = Command::hint};
    }
    if (choice == 0) return say("I don't know.");
    if (choice == 1) return {.wait_s = usual_wait_s, .text = {}, .command = Command::skip};
    if (samples().empty()) return say("I don't know.");
    return say(samples()[drawn("any", samples().size())].text);
  }

  Act silent() const {
    auto const& prompt = situation_.prompt;
    if (prompt.hard_ms == 0) return {.wait_s = 600, .text = {}, .command = Command::skip};
    return {.wait_s = prompt.hard_ms / 1'000 + 1, .text = {}, .command = {}};
  }

  std::string stuffed() const {
    std::istringstream text(sample("strong"));
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);
    std::sort(words.begin(), words.end());
    std::string all;
    for (auto const& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
  }

  std::string rambled() const {
    auto const weak = sample("weak");
    std::string all;
    for (int i = 0; i < rambles; ++i) all += weak + " So, as I said, you know, basically: ";
    return all.substr(0, limits::answer_bytes / 2);
  }

  std::string asked_back() const {
    auto const& questions = situation_.cases.questions[situation_.prompt.turn];
    return questions.empty() ? "What do you mean by that?"
                             : questions[drawn("clarify", questions.size())];
  }

  Act clarifier() const {
    switch (situation_.tries) {
      case 0:
        return say(asked_back());
      case 1:
        return say("Could you repeat the question, please?");
      case 2:
        return say("I don't know.");
      default:
        return say(sample("adequate"));
    }
  }

  Act hostile() const {
    switch (situation_.tries) {
      case 0:
        return say("");
      case 1:
        return say(std::string(100'000, 'x'));
      case 2:
        return say("\xff\xfe");
      default:
        return say("\x01\x1b[31m \xf0\x9f\xa4\xa1\xf0\x9f\x94\xa5 '; DROP TABLE event; -- {{x}}");
    }
  }

  Act slow() const {
    auto const& prompt = situation_.prompt;
    auto const past_soft = prompt.soft_ms / 1'000 + 1;
    auto const past_hard = prompt.hard_ms / 1'000 + 1;
    if (prompt.hard_ms > 0 && drawn("slow", 4) == 0) {
      return {.wait_s = past_hard, .text = {}, .command = {}};
    }
    auto const grade = drawn("grade", 2) == 0 ? "strong" : "adequate";
    return {.wait_s = past_soft, .text = sample(grade), .command = {}};
  }

  interview::Program const& program_;
  std::uint64_t seed_;
  Situation const& situation_;
};

}  // namespace

std::string_view name_of(Persona persona) { return names[static_cast<std::size_t>(persona)]; }

Act act(Persona persona, std::uint64_t seed, Situation const& situation) {
  return Player(seed, situation).play(persona);
}

}  // namespace curveball::authoring
