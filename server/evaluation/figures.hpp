// Figures as they are published: named, beside their targets and what simple means reach.
// Thread: any; plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace curveball::evaluation {

// What the same data give without reading any language.
struct Baselines {
  std::optional<double> word_count;
  std::optional<double> digit_count;
  std::optional<double> overlap;  // Share of the reference's words that the answer has.
};

// One number of a figure.
struct Part {
  std::string name;             // Empty when the figure has one number only.
  std::optional<double> value;  // Absent: not measured.
  std::optional<double> target;
  Baselines baselines = {};
};

enum class Goal { at_least, at_most };

struct Figure {
  std::string name;  // Stable: other programs read it.
  std::string what;  // A few words for people.
  Goal goal = Goal::at_least;
  int digits = 3;  // Behind the point, when printed.
  std::vector<Part> parts = {};
};

// A figure that has one number.
Figure single(std::string name, std::string what, std::optional<double> value,
              std::optional<double> target);

// All figures in the order of the table, with what else is to be told.
struct Figures {
  std::vector<Figure> figures;
  std::vector<std::string> absent;  // Data that was not there or could not be read: one line each.
  std::string receipts;  // SHA-256 over all receipts of the corpus; empty without a corpus.
};

// Whether the part has a value and a target that it meets.
bool meets(Figure const& figure, Part const& part);

// A table for people: what, target, value, baselines. What is not measured says so.
std::string to_table(Figures const& figures);

// {"<name>": number or {"<part>": number}, ..., "baselines": {"word_count": {...}, "digit_count":
// {...}, "overlap": {...}}, "targets": {...}, "absent": [...], "receipts": "..."}; null: not
// measured.
std::string to_json(Figures const& figures);

}  // namespace curveball::evaluation
