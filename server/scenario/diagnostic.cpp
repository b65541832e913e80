#include "scenario/diagnostic.hpp"

#include <algorithm>
#include <cstddef>

namespace curveball::scenario {
namespace {

std::string_view to_text(Severity severity) {
  static constexpr std::string_view names[] = {"error", "warning", "info"};
  return names[static_cast<std::size_t>(severity)];
}

// Optimal string alignment: insert, delete, replace, swap neighbours; each costs 1.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::size_t const width = b.size() + 1;
  std::vector<std::size_t> cells((a.size() + 1) * width);
  auto const cell = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return cells[i * width + j];
  };
  for (std::size_t i = 0; i <= a.size(); ++i) cell(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cell(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t const replace = a[i - 1] == b[j - 1] ? 0 : 1;
      cell(i, j) = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + replace});
      bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
    }
  }
  return cell(a.size(), b.size());
}

}  // namespace

std::string to_text(Diagnostic const& diagnostic) {
  std::string text = diagnostic.file + ':' + std::to_string(diagnostic.line) + ':' +
                     std::to_string(diagnostic.column) + ": ";
  text.append(to_text(diagnostic.severity)).append(" ").append(diagnostic.code);
  text.append(" ").append(diagnostic.name).append(": ").append(diagnostic.message);
  if (!diagnostic.suggestion.empty()) {
    text.append("; did you mean \"").append(diagnostic.suggestion).append("\"?");
  }
  return text;
}

std::string to_lines(Diagnostic const& diagnostic) {
  std::string const text = to_text(diagnostic);
  return diagnostic.excerpt.empty() ? text : text + '\n' + diagnostic.excerpt;
}

bool has_errors(std::span<Diagnostic const> diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](Diagnostic const& diagnostic) {
    return diagnostic.severity == Severity::error;
  });
}

std::string nearest(std::string_view word, std::span<std::string const> candidates) {
  static constexpr std::size_t longest = 64;  // Ids are shorter; bounds the work.
  if (word.size() > longest) return {};
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string result;
  for (std::string const& candidate : candidates) {
    if (candidate.size() > longest) continue;
    auto const distance = edit_distance(word, candidate);
    if (distance >= best) continue;
    best = distance;
    result = candidate;
  }
  return result;
}

}  // namespace curveball::scenario
