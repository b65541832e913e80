#include <cstddef>

#include "scenario/diagnostic.hpp"

namespace curveball::scenario {
namespace {

using enum Severity;

constexpr CodeInfo table[] = {
    {Code::json_syntax, "CB001", "json-syntax", error, "the file is not JSON with comments"},
    {Code::schema_violation, "CB002", "schema-violation", error,
     "a field is missing, of the wrong type, or out of its range"},
    {Code::duplicate_key, "CB003", "duplicate-key", error, "a key stands twice in one object"},
    {Code::duplicate_id, "CB004", "duplicate-id", error, "two nodes of one kind have the same id"},
    {Code::unknown_field, "CB005", "unknown-field", error, "the format has no such field here"},
    {Code::unsupported_schema, "CB006", "unsupported-schema", error,
     "the file is written for another version of the format"},
    {Code::include_missing, "CB007", "include-missing", error,
     "a file named in uses or profile cannot be read"},
    {Code::not_utf8, "CB009", "not-utf8", error, "the file holds bytes that are not UTF-8"},
    {Code::unknown_turn, "CB101", "unknown-turn", error, "no turn of that id can be named here"},
    {Code::unknown_concept, "CB102", "unknown-concept", error, "no concept has that id"},
    {Code::unknown_variable, "CB103", "unknown-variable", error, "vars declares no such variable"},
    {Code::unknown_dialogue, "CB104", "unknown-dialogue", error, "no sub-dialogue has that id"},
    {Code::unknown_exemplar, "CB105", "unknown-exemplar", error,
     "a walkthrough names an exemplar that does not exist"},
    {Code::bad_expression, "CB106", "bad-expression", error, "a condition or value cannot be read"},
    {Code::type_mismatch, "CB107", "type-mismatch", error,
     "a condition or value has the wrong type"},
    {Code::unknown_name, "CB108", "unknown-name", error,
     "no criterion, probe, curveball, verdict or fact has that id"},
    {Code::unused_concept, "CB110", "unused-concept", warning, "no turn expects the concept"},
    {Code::unused_variable, "CB111", "unused-variable", warning,
     "no text or condition reads the variable"},
    {Code::unused_dialogue, "CB112", "unused-dialogue", warning,
     "no turn or curveball calls the sub-dialogue"},
    {Code::concept_not_in_rubric, "CB113", "concept-not-in-rubric", warning,
     "the concept is expected, but no criterion counts it"},
    {Code::unreachable_turn, "CB201", "unreachable-turn", error, "no path leads to the turn"},
    {Code::dead_end, "CB202", "dead-end", error,
     "the interview would stop at the turn without an end"},
    {Code::no_path_to_end, "CB203", "no-path-to-end", error,
     "no path leads from the turn to an end"},
    {Code::missing_else, "CB204", "missing-else", error, "the last rule of a turn has a condition"},
    {Code::shadowed_rule, "CB205", "shadowed-rule", error,
     "an earlier rule always wins over the rule"},
    {Code::constant_condition, "CB206", "constant-condition", warning,
     "the condition is always true or always false"},
    {Code::loop_without_answer, "CB207", "loop-without-answer", error,
     "turns can follow each other in a circle in which the candidate is never asked"},
    {Code::recursive_call, "CB209", "recursive-call", error,
     "a sub-dialogue calls itself, or calls are nested too deep"},
    {Code::call_without_return, "CB210", "call-without-return", error,
     "a sub-dialogue has a turn from which it can never come back"},
    {Code::curveball_point_unreachable, "CB212", "curveball-point-unreachable", error,
     "a curveball is to come before a turn that is not in the main dialogue"},
    {Code::unexpected_concept, "CB214", "probe-for-unexpected-concept", error,
     "a probe, hint, criterion or exemplar names a concept that the turn does not expect"},
    {Code::empty_concept, "CB301", "empty-concept", error, "the concept has no pattern"},
    {Code::phrase_in_two_concepts, "CB303", "phrase-in-two-concepts", warning,
     "the same pattern stands in two concepts"},
    {Code::question_echo, "CB305", "question-echo", error,
     "the question itself hits a concept that it expects"},
    {Code::probe_reveals_concept, "CB306", "probe-reveals-concept", warning,
     "the probe itself hits the concept that it asks for"},
    {Code::sample_failed, "CB310", "sample-failed", error,
     "a yes sample does not hit its concept, or a no sample does"},
    {Code::untested_phrase, "CB311", "untested-phrase", warning, "no yes sample hits the pattern"},
    {Code::bad_pattern, "CB312", "bad-pattern", error, "a pattern cannot be read"},
    {Code::unreachable_level, "CB401", "unreachable-level", error,
     "no answers can reach the level of the criterion"},
    {Code::red_flag_misused, "CB402", "red-flag-misused", error,
     "a red flag stands where an ordinary concept belongs, or the other way round"},
    {Code::soft_not_before_hard, "CB501", "soft-not-before-hard", error,
     "the soft time limit is not before the hard one"},
    {Code::hint_reveals_concept, "CB503", "hint-reveals-concept", warning,
     "the hint itself hits a concept that it helps"},
    {Code::unknown_placeholder, "CB601", "unknown-placeholder", error,
     "{{...}} names no variable or is not closed"},
    {Code::message_too_long, "CB602", "message-too-long", warning,
     "a message is longer than a person would speak in one go"},
    {Code::missing_exemplar, "CB701", "missing-exemplar", error,
     "an ask has no strong or no weak exemplar"},
    {Code::exemplar_failed, "CB702", "exemplar-failed", error,
     "an exemplar does not have the result that it expects"},
    {Code::walkthrough_failed, "CB703", "walkthrough-failed", error,
     "a walkthrough does not go the way that it expects"},
    {Code::version_not_raised, "CB801", "version-not-raised", error,
     "the scenario differs from the locked one, but its version is not higher"},
};

}  // namespace

std::span<CodeInfo const> all_codes() { return table; }

CodeInfo const& info(Code code) { return table[static_cast<std::size_t>(code)]; }

}  // namespace curveball::scenario
