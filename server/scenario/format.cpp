// The scenario format, version 1, as tables; a test compares them with prompts/schemas.
#include <string_view>

#include "base/limits.hpp"
#include "scenario/shape.hpp"
#include "scenario/vocabulary.hpp"

namespace curveball::scenario {
namespace {

// --- Texts and numbers ------------------------------------------------------------------------
constexpr std::string_view id_wanted =
    "an id: a small letter, then small letters, digits or _, at most 41 in all";

constexpr Shape id{.type = Type::text, .wanted = id_wanted, .rule = TextRule::id};
constexpr Shape file_id{
    .type = Type::text,
    .wanted = "an id: a small letter, then small letters, digits, _ or -, at most 41 in all",
    .rule = TextRule::file_id};
constexpr Shape prose{.type = Type::text, .wanted = "a text"};
constexpr Shape short_text{.type = Type::text, .wanted = "a text", .most_bytes = 120};
constexpr Shape path{.type = Type::text, .wanted = "the path of a file", .most_bytes = 200};
constexpr Shape answer{.type = Type::text, .wanted = "a text", .most_bytes = limits::answer_bytes};
constexpr Shape expression{.type = Type::text, .wanted = "an expression in a text"};
constexpr Shape pattern{.type = Type::text, .wanted = "a pattern in a text"};
constexpr Shape boolean{.type = Type::boolean, .wanted = "true or false"};

constexpr Shape whole(std::int64_t least, std::int64_t most) {
  return {.type = Type::integer, .wanted = "a whole number", .least = least, .most = most};
}
constexpr Shape choice(std::span<std::string_view const> choices) {
  return {.type = Type::text, .wanted = "a text", .choices = choices};
}
constexpr Shape list_of(Shape const& item, std::size_t most, std::size_t least = 0) {
  return {.type = Type::list,
          .wanted = "a list in [ ]",
          .least_items = least,
          .most_items = most,
          .item = &item};
}
constexpr Shape map_of(Shape const& item, std::size_t most) {
  return {.type = Type::map, .wanted = "an object in { }", .most_items = most, .item = &item};
}
constexpr Shape object_of(std::span<Field const> fields, std::string_view key = {}) {
  return {.type = Type::object, .wanted = "an object in { }", .fields = fields, .key = key};
}

constexpr Shape format_version = whole(1, 1);
constexpr Shape version = whole(1, 1'000'000);
constexpr Shape minutes = whole(1, 240);
constexpr Shape seconds = whole(1, 7'200);
constexpr Shape small = whole(0, 8);
constexpr Shape best = whole(1, 24);
constexpr Shape per_mille = whole(0, 1'000);
constexpr Shape level_number = whole(1, 4);
constexpr Shape weight = whole(1, 1'000);
constexpr Shape seed = whole(0, INT64_MAX);
constexpr Shape bound = whole(-1'000'000, 1'000'000);
constexpr Shape variable_number = whole(-1'000'000'000, 1'000'000'000);
constexpr Shape variable_text{
    .type = Type::text, .wanted = "a text", .most_bytes = limits::variable_text_bytes};

constexpr std::string_view locales[] = {"en"};
constexpr std::string_view roles[] = {"pm", "tpm"};
constexpr std::string_view rounds[] = {"program", "technical", "behavioural", "leadership",
                                       "product", "metrics",   "status",      "role_fit"};
constexpr std::string_view grades[] = {"L4", "L5", "L6", "L7", "L8"};
constexpr std::string_view list_choices[] = {"ok"};
constexpr std::string_view picks[] = {"shuffle", "cycle"};
constexpr std::string_view sample_grades[] = {"strong", "adequate", "weak"};
constexpr std::string_view concept_kinds[] = {"red_flag"};
constexpr std::string_view manners_kinds[] = {"manners"};
constexpr std::string_view dialogues_kinds[] = {"dialogues"};
constexpr std::string_view concepts_kinds[] = {"concepts"};
constexpr std::string_view profile_kinds[] = {"profile"};
constexpr Shape locale = choice(locales);
constexpr Shape role = choice(roles);
constexpr Shape round_kind = choice(rounds);
constexpr Shape grade = choice(grades);
constexpr Shape mode = choice(vocabulary::modes);
constexpr Shape list_choice = choice(list_choices);
constexpr Shape pick = choice(picks);
constexpr Shape sample_grade = choice(sample_grades);
constexpr Shape concept_kind = choice(concept_kinds);
constexpr Shape command = choice(vocabulary::commands);
constexpr Shape fact = choice(vocabulary::facts);

// --- What is said -----------------------------------------------------------------------------
constexpr Shape sentences = list_of(prose, 12, 1);
constexpr Shape variants = list_of(prose, 12, 2);
constexpr Field varied_fields[] = {{"variants", &variants, true}, {"pick", &pick, true}};
constexpr Shape varied = object_of(varied_fields, "variants");
constexpr Shape const* speech_options[] = {&prose, &sentences, &varied};
constexpr Shape speech{.type = Type::either,
                       .wanted = "a text, a list of texts, or {\"variants\": [...], \"pick\": ...}",
                       .options = speech_options};
constexpr Shape const* brief_options[] = {&prose, &sentences};
constexpr Shape brief{
    .type = Type::either, .wanted = "a text or a list of texts", .options = brief_options};

// --- Concepts and criteria --------------------------------------------------------------------
constexpr Shape ids = list_of(id, 64);
constexpr Shape some_ids = list_of(id, 64, 1);
constexpr Shape expected = list_of(id, 24);  // 500 turns of 24 slots stay below 65,535.
constexpr Shape patterns = list_of(pattern, 64);
constexpr Shape sample_texts = list_of(prose, 100, 1);
constexpr Field samples_fields[] = {{"yes", &sample_texts, true}, {"no", &sample_texts, true}};
constexpr Shape samples = object_of(samples_fields);
constexpr Field concept_fields[] = {{"id", &id, true},        {"name", &short_text, true},
                                    {"kind", &concept_kind},  {"advice", &prose},
                                    {"any", &patterns, true}, {"caps", &ids},
                                    {"correction", &prose},   {"samples", &samples, true}};
constexpr Shape concept_shape = object_of(concept_fields);
constexpr Shape concepts = list_of(concept_shape, limits::concepts_per_script);

constexpr Shape const* must_have_options[] = {&boolean, &grade};
constexpr Shape must_have{.type = Type::either,
                          .wanted = "true, false, or a level such as \"L6\"",
                          .options = must_have_options};
constexpr Field feed_fields[] = {{"turn", &id, true}, {"concepts", &some_ids, true}};
constexpr Shape feed = object_of(feed_fields);
constexpr Shape feeds = list_of(feed, 64, 1);
constexpr Field level_fields[] = {{"level", &level_number, true},
                                  {"anchor", &prose, true},
                                  {"coverage", &per_mille},
                                  {"needs", &ids},
                                  {"one_of", &ids}};
constexpr Shape level = object_of(level_fields);
constexpr Shape levels = list_of(level, 4, 4);
constexpr Field criterion_fields[] = {
    {"id", &id, true},      {"name", &short_text, true}, {"must_have", &must_have, true},
    {"from", &feeds, true}, {"k", &best, true},          {"levels", &levels, true}};
constexpr Shape criterion = object_of(criterion_fields);
constexpr Shape criteria = list_of(criterion, 8, 1);

// --- Turns ------------------------------------------------------------------------------------
constexpr Shape assignments = map_of(expression, limits::variables_per_script);
constexpr Field clarification_fields[] = {
    {"id", &id, true}, {"if_asked", &patterns, true}, {"say", &speech, true}};
constexpr Shape clarification = object_of(clarification_fields);
constexpr Shape clarifications = list_of(clarification, 16);
constexpr Field time_fields[] = {{"soft_s", &seconds}, {"soft_say", &speech}, {"hard_s", &seconds}};
constexpr Shape time_limit = object_of(time_fields);
constexpr Field hint_fields[] = {{"id", &id, true}, {"say", &speech, true}, {"helps", &some_ids}};
constexpr Shape hint = object_of(hint_fields);
constexpr Shape hints = list_of(hint, 8);
constexpr Field no_answer_fields[] = {{"max", &small, true}, {"say", &speech, true}};
constexpr Shape no_answer = object_of(no_answer_fields);
constexpr Field probe_fields[] = {
    {"id", &id, true}, {"for", &id, true}, {"ask", &speech, true}, {"when", &expression}};
constexpr Shape probe = object_of(probe_fields);
constexpr Shape probe_items = list_of(probe, 16, 1);
constexpr Field probes_fields[] = {{"max", &small, true}, {"items", &probe_items, true}};
constexpr Shape probes = object_of(probes_fields);
constexpr Field rule_fields[] = {{"id", &id, true},
                                 {"when", &expression},
                                 {"goto", &id, true},
                                 {"now", &boolean},
                                 {"set", &assignments}};
constexpr Shape rule = object_of(rule_fields);
constexpr Shape rules = list_of(rule, 32, 1);
constexpr Field exemplar_expect_fields[] = {{"hit", &ids, true}, {"probes", &ids}, {"goto", &id}};
constexpr Shape exemplar_expect = object_of(exemplar_expect_fields);
constexpr Field exemplar_fields[] = {{"id", &id, true},
                                     {"grade", &sample_grade, true},
                                     {"text", &answer, true},
                                     {"expect", &exemplar_expect, true}};
constexpr Shape exemplar = object_of(exemplar_fields);
constexpr Shape exemplars = list_of(exemplar, 32);

constexpr Field ask_fields[] = {{"id", &id, true},
                                {"mode", &mode, true},
                                {"lists", &list_choice},
                                {"ask", &speech, true},
                                {"expects", &expected, true},
                                {"clarify", &clarifications},
                                {"time", &time_limit},
                                {"hints", &hints},
                                {"no_answer", &no_answer},
                                {"probes", &probes},
                                {"set", &assignments},
                                {"next", &rules},
                                {"exemplars", &exemplars}};
constexpr Field say_fields[] = {
    {"id", &id, true}, {"say", &speech, true}, {"set", &assignments}, {"next", &rules}};
constexpr Field call_fields[] = {
    {"id", &id, true}, {"call", &id, true}, {"set", &assignments}, {"next", &rules}};
constexpr Field end_fields[] = {{"id", &id, true}, {"end", &speech, true}};
constexpr Shape ask_turn = object_of(ask_fields, "ask");
constexpr Shape say_turn = object_of(say_fields, "say");
constexpr Shape call_turn = object_of(call_fields, "call");
constexpr Shape end_turn = object_of(end_fields, "end");
constexpr Shape const* turn_options[] = {&ask_turn, &say_turn, &call_turn, &end_turn};
constexpr Shape turn{.type = Type::either,
                     .wanted = "a turn with exactly one of \"ask\", \"say\", \"call\", \"end\"",
                     .options = turn_options};
constexpr Shape turns = list_of(turn, limits::turns_per_script, 1);

constexpr Field dialogue_fields[] = {{"id", &id, true}, {"turns", &turns, true}};
constexpr Shape dialogue = object_of(dialogue_fields);
constexpr Shape dialogues = list_of(dialogue, 64);

constexpr Field curveball_fields[] = {{"id", &id, true},       {"weight", &weight},
                                      {"when", &expression},   {"after_s", &seconds},
                                      {"dialogue", &id, true}, {"resume", &speech}};
constexpr Shape curveball = object_of(curveball_fields);
constexpr Shape curveball_items = list_of(curveball, 32, 1);
constexpr Field curveballs_fields[] = {
    {"count", &small, true}, {"before", &some_ids, true}, {"items", &curveball_items, true}};
constexpr Shape curveballs = object_of(curveballs_fields);

// --- Walkthroughs -----------------------------------------------------------------------------
constexpr Shape forced_points = map_of(id, 64);
constexpr Field force_fields[] = {{"curveballs", &forced_points, true}};
constexpr Shape force = object_of(force_fields);
constexpr Field wait_fields[] = {{"wait_s", &seconds, true}};
constexpr Field command_fields[] = {{"command", &command, true}};
constexpr Shape wait = object_of(wait_fields, "wait_s");
constexpr Shape commanded = object_of(command_fields, "command");
constexpr Shape const* step_options[] = {&answer, &wait, &commanded};
constexpr Shape step{.type = Type::either,
                     .wanted = "a text, {\"wait_s\": seconds} or {\"command\": name}",
                     .options = step_options};
constexpr Shape steps = list_of(step, 200);
constexpr Shape expected_path = list_of(id, 500, 1);
constexpr Shape expected_levels = map_of(level_number, 8);
constexpr Field walkthrough_expect_fields[] = {{"path", &expected_path, true},
                                               {"probes", &ids},
                                               {"curveballs", &ids},
                                               {"verdict", &id},
                                               {"levels", &expected_levels}};
constexpr Shape walkthrough_expect = object_of(walkthrough_expect_fields);
constexpr Field walkthrough_fields[] = {{"id", &id, true},
                                        {"seed", &seed},
                                        {"force", &force},
                                        {"say", &steps, true},
                                        {"expect", &walkthrough_expect, true}};
constexpr Shape walkthrough = object_of(walkthrough_fields);
constexpr Shape walkthroughs = list_of(walkthrough, 64);

// --- Files ------------------------------------------------------------------------------------
constexpr Shape const* variable_options[] = {&variable_number, &boolean, &variable_text};
constexpr Shape variable{.type = Type::either,
                         .wanted = "a text, a whole number, true or false",
                         .options = variable_options};
constexpr Shape variables = map_of(variable, limits::variables_per_script);

// Word lists and synonyms, of a scenario or shared.
constexpr Shape list_patterns = list_of(pattern, limits::lexicon_patterns, 1);
constexpr Field word_list_fields[] = {
    {"id", &id, true}, {"note", &prose}, {"any", &list_patterns, true}};
constexpr Shape word_list = object_of(word_list_fields);
constexpr Shape word_lists = list_of(word_list, limits::lexicons);
constexpr Shape word{.type = Type::text, .wanted = "a word", .most_bytes = limits::word_bytes};
constexpr Shape synonym_group = list_of(word, limits::synonyms_per_group, 2);
constexpr Shape synonyms = list_of(synonym_group, limits::synonym_groups);
constexpr Shape paths = list_of(path, 16, 1);
constexpr Field interviewer_fields[] = {{"name", &short_text, true}, {"role", &short_text, true}};
constexpr Shape interviewer = object_of(interviewer_fields);
constexpr Field scenario_fields[] = {{"$schema", &path},
                                     {"schema", &format_version, true},
                                     {"id", &file_id, true},
                                     {"version", &version, true},
                                     {"locale", &locale, true},
                                     {"role", &role, true},
                                     {"round", &round_kind, true},
                                     {"level", &grade, true},
                                     {"minutes", &minutes, true},
                                     {"title", &short_text, true},
                                     {"summary", &prose, true},
                                     {"brief", &brief, true},
                                     {"interviewer", &interviewer},
                                     {"uses", &paths, true},
                                     {"profile", &path, true},
                                     {"vars", &variables},
                                     {"lists", &word_lists},
                                     {"synonyms", &synonyms},
                                     {"concepts", &concepts, true},
                                     {"criteria", &criteria, true},
                                     {"start", &id, true},
                                     {"turns", &turns, true},
                                     {"curveballs", &curveballs},
                                     {"dialogues", &dialogues},
                                     {"walkthroughs", &walkthroughs}};
constexpr Shape scenario = object_of(scenario_fields);

constexpr Shape manners_kind = choice(manners_kinds);
constexpr Shape some_patterns = list_of(pattern, 64, 1);
constexpr Field manners_fields[] = {{"$schema", &path},
                                    {"schema", &format_version, true},
                                    {"kind", &manners_kind, true},
                                    {"id", &file_id, true},
                                    {"no_answer", &some_patterns, true},
                                    {"repeat", &some_patterns, true},
                                    {"repeat_say", &speech, true},
                                    {"skip_say", &speech, true},
                                    {"end_say", &speech, true},
                                    {"time_up_say", &speech, true},
                                    {"no_more_say", &speech}};
constexpr Shape manners = object_of(manners_fields);

constexpr Shape dialogues_kind = choice(dialogues_kinds);
constexpr Field dialogues_fields[] = {
    {"$schema", &path},     {"schema", &format_version, true}, {"kind", &dialogues_kind, true},
    {"id", &file_id, true}, {"concepts", &concepts},           {"dialogues", &dialogues, true}};
constexpr Shape dialogues_file = object_of(dialogues_fields);

constexpr Shape concepts_kind = choice(concepts_kinds);
constexpr Field library_fields[] = {
    {"$schema", &path},     {"schema", &format_version, true}, {"kind", &concepts_kind, true},
    {"id", &file_id, true}, {"lists", &word_lists, true},      {"synonyms", &synonyms}};
constexpr Shape library = object_of(library_fields);

constexpr Shape profile_kind = choice(profile_kinds);
constexpr Field verdict_fields[] = {{"id", &id, true}, {"name", &short_text, true}};
constexpr Shape verdict = object_of(verdict_fields);
constexpr Shape verdicts = list_of(verdict, 8, 2);
constexpr Field condition_fields[] = {
    {"fact", &fact, true}, {"at_least", &bound}, {"at_most", &bound}};
constexpr Shape condition = object_of(condition_fields);
constexpr Shape conditions = list_of(condition, 8, 1);
constexpr Field verdict_rule_fields[] = {
    {"id", &id, true}, {"verdict", &id, true}, {"why", &prose, true}, {"when", &conditions}};
constexpr Shape verdict_rule = object_of(verdict_rule_fields);
constexpr Shape verdict_rules = list_of(verdict_rule, 32, 1);
constexpr Shape bar = whole(2, 4);
constexpr Field expectation_fields[] = {
    {"level", &grade, true}, {"coverage", &per_mille, true}, {"must_have_level", &bar, true}};
constexpr Shape expectation = object_of(expectation_fields);
constexpr Shape expectations = list_of(expectation, 5, 5);
constexpr Field profile_fields[] = {{"$schema", &path},
                                    {"schema", &format_version, true},
                                    {"kind", &profile_kind, true},
                                    {"id", &file_id, true},
                                    {"name", &short_text, true},
                                    {"verdicts", &verdicts, true},
                                    {"rules", &verdict_rules, true},
                                    {"expectations", &expectations}};
constexpr Shape profile = object_of(profile_fields);

}  // namespace

Shape const& scenario_shape() { return scenario; }
Shape const& manners_shape() { return manners; }
Shape const& dialogues_shape() { return dialogues_file; }
Shape const& library_shape() { return library; }
Shape const& profile_shape() { return profile; }

}  // namespace curveball::scenario
