#include "evaluation/figures.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

namespace curveball::evaluation {
namespace {

using nlohmann::ordered_json;

ordered_json number(std::optional<double> value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

// The figure's numbers as `read` takes them from its parts.
template <class Read>
ordered_json numbers(Figure const& figure, Read const& read) {
  bool const is_single = figure.parts.size() == 1 && figure.parts.front().name.empty();
  if (is_single) return number(read(figure.parts.front()));
  auto object = ordered_json::object();
  for (auto const& part : figure.parts) object[part.name] = number(read(part));
  return object;
}

// As numbers() for all figures of which `read` finds anything.
template <class Read>
ordered_json known(std::vector<Figure> const& figures, Read const& read) {
  auto object = ordered_json::object();
  for (auto const& figure : figures) {
    bool const any = std::any_of(figure.parts.begin(), figure.parts.end(),
                                 [&read](Part const& part) { return read(part).has_value(); });
    if (any) object[figure.name] = numbers(figure, read);
  }
  return object;
}

std::string fixed(std::optional<double> value, int digits) {
  if (!value) return "-";
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, *value);
  return text.data();
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string target_of(Figure const& figure, Part const& part) {
  if (!part.target) return "";
  return (figure.goal == Goal::at_least ? ">= " : "<= ") + fixed(part.target, figure.digits);
}

std::string result_of(Figure const& figure, Part const& part) {
  if (!part.value) return "not measured";
  auto text = fixed(part.value, figure.digits);
  if (part.target) text.append(meets(figure, part) ? "  met" : "  MISSED");
  return text;
}

constexpr std::array<std::size_t, 5> widths{54, 11, 16, 8, 8};

std::string row(std::array<std::string, 6> const& cells) {
  std::string line;
  for (std::size_t i = 0; i < widths.size(); ++i) line += padded(cells[i], widths[i]) + " ";
  line += cells.back();
  return line.erase(line.find_last_not_of(' ') + 1) + "\n";
}

std::string row_of(Figure const& figure, Part const& part) {
  auto const& base = part.baselines;
  auto const name = part.name.empty() ? figure.what : figure.what + ": " + part.name;
  return row({name, target_of(figure, part), result_of(figure, part),
              fixed(base.word_count, figure.digits), fixed(base.digit_count, figure.digits),
              fixed(base.overlap, figure.digits)});
}

}  // namespace

Figure single(std::string name, std::string what, std::optional<double> value,
              std::optional<double> target) {
  return {.name = std::move(name),
          .what = std::move(what),
          .parts = {{.name = {}, .value = value, .target = target}}};
}

bool meets(Figure const& figure, Part const& part) {
  if (!part.value || !part.target) return false;
  return figure.goal == Goal::at_least ? *part.value >= *part.target : *part.value <= *part.target;
}

std::string to_table(Figures const& figures) {
  std::string table = row({"figure", "target", "Curveball", "words", "digits", "overlap"});
  for (auto const& figure : figures.figures) {
    for (auto const& part : figure.parts) table += row_of(figure, part);
  }
  for (auto const& line : figures.absent) table += "absent: " + line + "\n";
  if (!figures.receipts.empty()) table += "receipts: " + figures.receipts + "\n";
  return table;
}

std::string to_json(Figures const& figures) {
  auto const& all = figures.figures;
  auto object = ordered_json::object();
  for (auto const& figure : all) {
    object[figure.name] = numbers(figure, [](Part const& part) { return part.value; });
  }
  object["baselines"] = {
      {"word_count", known(all, [](Part const& part) { return part.baselines.word_count; })},
      {"digit_count", known(all, [](Part const& part) { return part.baselines.digit_count; })},
      {"overlap", known(all, [](Part const& part) { return part.baselines.overlap; })}};
  object["targets"] = known(all, [](Part const& part) { return part.target; });
  object["absent"] = figures.absent;
  object["receipts"] =
      figures.receipts.empty() ? ordered_json(nullptr) : ordered_json(figures.receipts);
  return object.dump(2);
}

}  // namespace curveball::evaluation
