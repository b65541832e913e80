#include "interview/known_texts.hpp"

#include <string>

#include "dialogue/speech.hpp"
#include "interview/program.hpp"
#include "text/sameness.hpp"

namespace curveball::interview {
namespace {

class Collector {
 public:
  explicit Collector(Program const& program) : program_(program) {}

  text::WordSet stems_of(dialogue::Speech const& speech) {
    text::WordSet stems;
    for (auto const& variant : speech.variants) add_stems(read(written(variant)), stems);
    return stems;
  }

  void add_sample(Sample const& sample, text::WordSet& runs) { add_runs(read(sample.text), runs); }

 private:
  text::Reading read(std::string_view text) { return text::read(text, words_); }

  // Variables stand with their first values.
  std::string written(dialogue::Template const& variant) const {
    std::vector<dialogue::Value> values;
    for (auto const& variable : program_.script.variables) values.push_back(variable.initial);
    return dialogue::fill(variant, values);
  }

  Program const& program_;
  text::WordCache words_;
};

}  // namespace

KnownTexts known_texts(Program const& program) {
  Collector collector(program);
  KnownTexts known;
  for (auto const& turn : program.script.turns) {
    known.asked.push_back(collector.stems_of(turn.speech));
  }
  for (auto const& probe : program.script.probes) {
    known.probe_asked.push_back(collector.stems_of(probe.ask));
  }
  for (auto const& ask : program.asks) {
    for (auto const& sample : ask.samples) collector.add_sample(sample, known.samples);
  }
  return known;
}

}  // namespace curveball::interview
