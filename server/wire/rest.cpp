#include "wire/rest.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "wire/names.hpp"
#include "wire/report_json.hpp"
#include "wire/server_message.hpp"

namespace curveball::wire {
namespace {

using interview::Program;
using nlohmann::json;

json criterion_json(rubric::Rubric const& rubric, rubric::Criterion const& criterion) {
  return {{"id", criterion.id},
          {"name", criterion.name},
          {"must_have", rubric::is_must_have(rubric, criterion)}};
}

json interviewer_json(interview::Card const& card) {
  auto const& who = card.interviewer;
  return who.name.empty() ? json() : json{{"name", who.name}, {"role", who.role}};
}

json card_json(LibraryItem const& item) {
  auto const& card = *item.card;
  json criteria = json::array();
  for (auto const& criterion : item.rubric->criteria) {
    criteria.push_back(criterion_json(*item.rubric, criterion));
  }
  return {{"id", card.id},
          {"version", card.version},
          {"hash", item.hash},
          {"role", card.role},
          {"round", card.round},
          {"level", grade_name(item.rubric->grade)},
          {"minutes", card.minutes},
          {"questions", card.questions == 0 ? json() : json(card.questions)},
          {"title", card.title},
          {"summary", card.summary},
          {"interviewer", interviewer_json(card)},
          {"criteria", std::move(criteria)}};
}

json verdict_json(SessionRow const& row) {
  if (row.verdict_id.empty()) return nullptr;
  return {{"id", row.verdict_id}, {"name", row.verdict_name}};
}

json parent_json(SessionRow const& row) {
  if (!row.parent_session) return nullptr;
  return {{"session", *row.parent_session}, {"seq", row.parent_seq}};
}

json row_json(SessionRow const& row) {
  return {{"session", row.session},
          {"scenario", scenario_json(row)},
          {"level", row.level},
          {"started_at_ms", row.started_at.ms},
          {"ended_at_ms", row.ended_at ? json(row.ended_at->ms) : json()},
          {"status", row.over ? "over" : "open"},
          {"ending", text_or_null(row.ending)},
          {"verdict", verdict_json(row)},
          {"answers", row.answers},
          {"parent", parent_json(row)}};
}

}  // namespace

json text_or_null(std::string_view text) { return text.empty() ? json() : json(text); }

json scenario_json(SessionRow const& row) {
  return {{"id", row.scenario_id},
          {"version", row.scenario_version},
          {"hash", row.scenario_hash},
          {"title", row.scenario_title},
          {"role", row.role}};
}

json scale_json(rubric::Rubric const& rubric) {
  json scale = json::array();
  for (auto const& verdict : rubric.profile.verdicts) {
    scale.push_back({{"id", verdict.id}, {"name", verdict.name}});
  }
  return scale;
}

json anchors_json(rubric::Criterion const& criterion) {
  json anchors = json::array();
  for (auto const& level : criterion.levels) anchors.push_back(level.anchor);
  return anchors;
}

std::string encode_library(std::span<LibraryItem const> items) {
  json cards = json::array();
  for (auto const& item : items) cards.push_back(card_json(item));
  return json{{"scenarios", std::move(cards)}}.dump();
}

std::string encode_library_item(LibraryItem const& item) {
  json card = card_json(item);
  card["brief"] = item.card->brief;
  card["scale"] = scale_json(*item.rubric);
  auto const& criteria = item.rubric->criteria;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    card["criteria"][i]["anchors"] = anchors_json(criteria[i]);
  }
  return card.dump();
}

std::string encode_sessions(std::span<SessionRow const> rows, std::string_view next) {
  json sessions = json::array();
  for (auto const& row : rows) sessions.push_back(row_json(row));
  return json{{"sessions", std::move(sessions)}, {"next", text_or_null(next)}}.dump();
}

std::string encode_transcript(Program const& program, SessionRow const& row,
                              std::span<interview::Event const> events) {
  json head = row_json(row);
  head["interviewer"] = interviewer_json(program.card);
  std::string transcript = head.dump();
  transcript.back() = ',';  // Its closing bracket: the events are a field of the same object.
  transcript += "\"events\":[";
  for (auto const& event : events) {
    if (event.seq != events.front().seq) transcript.push_back(',');
    transcript += encode_turn(program, row.session, event);
  }
  transcript += "]";
  // While the interview is open the candidate is not told what counted.
  auto const masked =
      row.over ? interview::masked_words(events) : std::vector<interview::MaskedWords>();
  return transcript + ",\"masked\":" + masked_json(masked).dump() + "}";
}

std::string encode_health(Health const& health) {
  return json{{"status", "ok"},
              {"version", health.version},
              {"schema", health.schema},
              {"engine_revision", health.engine_revision},
              {"scenarios", health.scenarios}}
      .dump();
}

std::string encode_deleted(std::uint64_t deleted, std::span<std::string const> backups) {
  json names = json::array();
  for (auto const& name : backups) names.push_back(name);
  return json{{"deleted", deleted}, {"backups", std::move(names)}}.dump();
}

std::string encode_summary(Summary const& summary) {
  return json{{"ending", summary.ending},
              {"verdict_name", summary.verdict_name},
              {"answers", summary.answers}}
      .dump();
}

Summary decode_summary(std::string_view text) {
  json const parsed = json::parse(text, nullptr, false);
  Summary summary;
  if (!parsed.is_object()) return summary;
  auto const read_text = [&parsed](char const* name, std::string& out) {
    auto const found = parsed.find(name);
    if (found != parsed.end() && found->is_string()) out = found->get<std::string>();
  };
  read_text("ending", summary.ending);
  read_text("verdict_name", summary.verdict_name);
  auto const answers = parsed.find("answers");
  if (answers != parsed.end() && answers->is_number_unsigned()) {
    summary.answers = answers->get<std::uint32_t>();
  }
  return summary;
}

std::string_view grade_name(rubric::Grade grade) {
  static constexpr std::array<std::string_view, 5> names{"L4", "L5", "L6", "L7", "L8"};
  return names[static_cast<std::size_t>(grade) - static_cast<std::size_t>(rubric::Grade::l4)];
}

}  // namespace curveball::wire
