// The stages that turn a bundle of documents into a program. Each reports what it finds and goes
// on with a stand-in; the program counts only when nothing was found.
// Thread: any; a Compilation belongs to one call of load.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/expression.hpp"
#include "dialogue/script.hpp"
#include "interview/program.hpp"
#include "matching/pattern_set.hpp"
#include "scenario/bundle.hpp"
#include "scenario/cases.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"

namespace curveball::scenario {

struct Compilation {
  Bundle const& bundle;
  Findings& findings;
  Names names;
  bool wants_patterns = true;  // Else they are checked, and the program has none.
  interview::Program program;
  TestCases cases;
  matching::PatternSetBuilder word_lists;  // Lists and synonyms; no pattern.
  std::vector<Node> patterns;              // By their number in Program::patterns.
  std::set<Index> read_variables;          // That a text or an expression reads.

  Node root() const { return Node(*bundle.scenario); }
};

// The index that the text `node` names. Otherwise reports `code` with the message `context` and
// the name ("turn \"open\" expects " ...).
std::optional<Index> resolve(Compilation& compilation, NameTable const& table, Code code,
                             Node const& node, std::string_view context);
std::vector<Index> resolve_all(Compilation& compilation, NameTable const& table, Code code,
                               std::vector<Node> const& nodes, std::string_view context);

// speech.cpp: texts with {{variables}}; `node` absent: an empty speech with that id.
dialogue::Speech compile_speech(Compilation& compilation, std::optional<Node> const& node,
                                std::string id);

// expressions.cpp: one-line conditions and values.
dialogue::Expression compile_expression(Compilation& compilation, Node const& node,
                                        dialogue::ValueType wanted);
std::optional<dialogue::Expression> compile_condition(Compilation& compilation,
                                                      std::optional<Node> const& node);
std::vector<dialogue::Assignment> compile_assignments(Compilation& compilation, Node const& owner);

// script.cpp, turns.cpp: Program::card, script, concepts, asks.
// compile_call gives the dialogue that `node` names, 0 after a report.
void compile_script(Compilation& compilation);
Index compile_call(Compilation& compilation, Node const& node, std::string_view context);
void compile_turns(Compilation& compilation);

// rubric.cpp: Program::rubric; after the turns, whose slots it names.
void compile_rubric(Compilation& compilation);

// patterns.cpp: Program::patterns and keys.
void compile_patterns(Compilation& compilation);

// cases.cpp: TestCases; after the turns.
void compile_cases(Compilation& compilation);

// Place of the value, for the tests.
Place place_of(Node const& node);

}  // namespace curveball::scenario
