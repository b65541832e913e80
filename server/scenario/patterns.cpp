#include <utility>

#include "matching/pattern_set.hpp"
#include "scenario/compile.hpp"

namespace curveball::scenario {
namespace {

class PatternCompiler {
 public:
  explicit PatternCompiler(Compilation& compilation) : compilation_(compilation) {}

  void run() {
    auto const& names = compilation_.names;
    auto& keys = compilation_.program.keys;
    for (auto const& node : names.concepts.nodes()) add_concept(node);
    Node const manners(*compilation_.bundle.manners);
    keys.no_answer = add_key(manners.items("no_answer"));
    keys.repeat = add_key(manners.items("repeat"));
    for (auto const& turn : names.turns.nodes()) {
      keys.first_clarification.push_back(next_key_);
      for (auto const& item : turn.items("clarify")) add_key(item.items("if_asked"));
    }
    if (compilation_.wants_patterns) {
      build();
    } else if (auto const error = builder_.check()) {
      report(*error);
    }
  }

 private:
  void build() {
    if (auto built = builder_.build()) {
      compilation_.program.patterns = *std::move(built);
    } else {
      report(built.error());
    }
  }

  void report(matching::BuildError const& error) {
    report(compilation_.patterns[error.pattern], error.error);
  }

  void add_concept(Node const& node) {
    auto const patterns = node.items("any");
    if (patterns.empty()) {
      compilation_.findings.add(Code::empty_concept, node.at("any"),
                                "concept " + in_quotes(node.text("id")) + " has no pattern");
    }
    add_key(patterns);
  }

  std::uint32_t add_key(std::vector<Node> const& sources) {
    for (auto const& source : sources) {
      auto parsed = matching::parse(source.view());
      if (parsed) {
        builder_.add(next_key_, *std::move(parsed));
        compilation_.patterns.push_back(source);
        compilation_.program.pattern_texts.push_back(source.text());
      } else {
        report(source, parsed.error());
      }
    }
    return next_key_++;
  }

  void report(Node const& source, matching::PatternError const& error) {
    compilation_.findings.add_inside(
        Code::bad_pattern, source, error.offset,
        "in pattern " + in_quotes(source.text()) + ": " + error.message);
  }

  Compilation& compilation_;
  matching::PatternSetBuilder builder_;
  std::uint32_t next_key_ = 0;
};

}  // namespace

void compile_patterns(Compilation& compilation) { PatternCompiler(compilation).run(); }

}  // namespace curveball::scenario
