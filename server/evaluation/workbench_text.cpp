#include <nlohmann/json.hpp>

#include "evaluation/workbench.hpp"

namespace curveball::evaluation {
namespace {

using nlohmann::ordered_json;

std::string right_aligned(std::size_t number, std::size_t width) {
  auto const digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), ' ') + digits;
}

std::string confusion_table(RubricTrial const& trial) {
  std::string text = "given \\ computed     1     2     3     4\n";
  for (std::size_t given = 0; given < trial.confusion.size(); ++given) {
    text += "               " + std::to_string(given + 1);
    for (auto const count : trial.confusion[given]) text += right_aligned(count, 6);
    text += "\n";
  }
  return text;
}

std::string wrong_text(WrongAnswer const& wrong) {
  auto text = "  " + wrong.id + ": given " + std::to_string(wrong.given) + ", computed " +
              std::to_string(wrong.computed) + "\n";
  for (auto const& reason : wrong.reasons) text += "    " + reason + "\n";
  return text;
}

std::string change_text(RubricChange const& change) {
  return "  " + change.where + ": " + change.what + "  (squared error " +
         std::to_string(change.before) + " -> " + std::to_string(change.after) + ")\n";
}

// A heading with its lines; nothing without lines.
template <class Items, class Line>
std::string section(std::string const& heading, Items const& items, Line const& line) {
  if (items.empty()) return {};
  auto text = "\n" + heading + "\n";
  for (auto const& item : items) text += line(item);
  return text;
}

std::string silent_text(SilentPattern const& silent) {
  return "  " + silent.heard + ": " + silent.phrase + "\n";
}

ordered_json changes_json(std::vector<RubricChange> const& changes) {
  auto list = ordered_json::array();
  for (auto const& change : changes) {
    list.push_back({{"where", change.where},
                    {"what", change.what},
                    {"before", change.before},
                    {"after", change.after}});
  }
  return list;
}

ordered_json silent_json(std::vector<SilentPattern> const& patterns) {
  auto list = ordered_json::array();
  for (auto const& silent : patterns) {
    list.push_back({{"concept", silent.heard}, {"phrase", silent.phrase}});
  }
  return list;
}

}  // namespace

std::string to_table(RubricTrial const& trial) {
  auto text = std::to_string(trial.answers) + " answers\n\n" + confusion_table(trial);
  if (trial.kappa) {
    auto const pm = static_cast<int>(*trial.kappa * 1000 + (*trial.kappa < 0 ? -0.5 : 0.5));
    text += "\nquadratic weighted kappa, per mille: " + std::to_string(pm) + "\n";
  }
  text += section("Scored otherwise than given:", trial.wrong, wrong_text);
  text += section("Better without the pattern (too broad):", trial.too_broad, change_text);
  text += section("Better with another level condition:", trial.level_conditions, change_text);
  text += section("Better with one word more (a synonym?):", trial.missing_words, change_text);
  text += section("Words of answers scored too low:", trial.suggested, [](auto const& word) {
    return "  " + word.word + " (" + std::to_string(word.answers) + " answers)\n";
  });
  text += section("Patterns that no answer tests:", trial.untested_patterns, silent_text);
  text += section("Phrases that never fire:", trial.silent_phrases, silent_text);
  return text;
}

std::string to_json(RubricTrial const& trial) {
  auto object = ordered_json::object();
  object["answers"] = trial.answers;
  object["confusion"] = trial.confusion;
  object["kappa"] = trial.kappa ? ordered_json(*trial.kappa) : ordered_json(nullptr);
  object["wrong"] = ordered_json::array();
  for (auto const& wrong : trial.wrong) {
    object["wrong"].push_back({{"id", wrong.id},
                               {"given", wrong.given},
                               {"computed", wrong.computed},
                               {"reasons", wrong.reasons}});
  }
  object["suggested"] = ordered_json::array();
  for (auto const& word : trial.suggested) {
    object["suggested"].push_back({{"word", word.word}, {"answers", word.answers}});
  }
  object["untested_patterns"] = silent_json(trial.untested_patterns);
  object["silent_phrases"] = silent_json(trial.silent_phrases);
  object["too_broad"] = changes_json(trial.too_broad);
  object["level_conditions"] = changes_json(trial.level_conditions);
  object["missing_words"] = changes_json(trial.missing_words);
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace curveball::evaluation
