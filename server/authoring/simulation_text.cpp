#include "authoring/simulation_text.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace curveball::authoring {
namespace {

using nlohmann::ordered_json;

struct PartSum {
  std::size_t items = 0;
  std::size_t met = 0;
};

std::array<PartSum, part_count> sums_of(Coverage const& coverage) {
  std::array<PartSum, part_count> sums{};
  for (auto const& item : coverage.items()) {
    auto& sum = sums[static_cast<std::size_t>(item.part)];
    ++sum.items;
    if (item.met > 0) ++sum.met;
  }
  return sums;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string level_text(std::uint64_t per_mille) {
  auto const hundredths = (per_mille + 5) / 10;
  auto const rest = hundredths % 100;
  return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

std::string persona_line(interview::Program const& program, std::size_t number,
                         PersonaResult const& result) {
  auto const name = std::string(name_of(static_cast<Persona>(number)));
  auto line = padded(name, 11) + padded(std::to_string(result.interviews), 12) +
              padded(std::to_string(result.finished), 10) +
              padded(level_text(result.mean_level_pm()), 12);
  std::string verdicts;
  for (std::size_t i = 0; i < result.verdicts.size(); ++i) {
    if (result.verdicts[i] == 0) continue;
    verdicts += (verdicts.empty() ? "" : ", ") + std::to_string(result.verdicts[i]) + " " +
                program.rubric.profile.verdicts[i].name;
  }
  return line + verdicts + "\n";
}

}  // namespace

std::string to_text(interview::Program const& program, Simulation const& simulation) {
  auto out = program.card.id + ", version " + std::to_string(program.card.version) + "\n\n" +
             "persona    interviews  finished  mean level  verdicts\n";
  for (std::size_t i = 0; i < persona_count; ++i) {
    out += persona_line(program, i, simulation.personas[i]);
  }
  out += "\nmet\n";
  auto const sums = sums_of(simulation.coverage);
  for (std::size_t part = 0; part < part_count; ++part) {
    if (sums[part].items == 0) continue;
    out += "  " + padded(std::string(name_of(static_cast<Part>(part))) + "s", 16) +
           std::to_string(sums[part].met) + " of " + std::to_string(sums[part].items) + "\n";
  }
  for (auto const& item : simulation.coverage.items()) {
    if (item.met > 0) continue;
    out += "never met: " + std::string(name_of(item.part)) + " " + item.id +
           (item.shut.empty() ? "" : " (wants: " + item.shut + ")") + "\n";
  }
  for (auto const& fault : order_faults(simulation)) out += "order: " + fault + "\n";
  return out;
}

std::string to_json(interview::Program const& program, Simulation const& simulation) {
  ordered_json object = {{"id", program.card.id}, {"version", program.card.version}};
  object["personas"] = ordered_json::array();
  for (std::size_t i = 0; i < persona_count; ++i) {
    auto const& result = simulation.personas[i];
    auto verdicts = ordered_json::object();
    for (std::size_t v = 0; v < result.verdicts.size(); ++v) {
      verdicts[program.rubric.profile.verdicts[v].id] = result.verdicts[v];
    }
    object["personas"].push_back({{"name", name_of(static_cast<Persona>(i))},
                                  {"interviews", result.interviews},
                                  {"finished", result.finished},
                                  {"mean_level_pm", result.mean_level_pm()},
                                  {"verdicts", verdicts}});
  }
  auto const sums = sums_of(simulation.coverage);
  object["parts"] = ordered_json::array();
  for (std::size_t part = 0; part < part_count; ++part) {
    object["parts"].push_back({{"part", name_of(static_cast<Part>(part))},
                               {"items", sums[part].items},
                               {"met", sums[part].met}});
  }
  object["unmet"] = ordered_json::array();
  for (auto const& item : simulation.coverage.items()) {
    if (item.met > 0) continue;
    object["unmet"].push_back({{"part", name_of(item.part)}, {"id", item.id}, {"shut", item.shut}});
  }
  object["order_faults"] = order_faults(simulation);
  return object.dump(2);
}

}  // namespace curveball::authoring
