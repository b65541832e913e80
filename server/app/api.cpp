#include "app/api.hpp"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "app/candidate.hpp"
#include "app/stored_session.hpp"
#include "app/version.hpp"
#include "interview/report.hpp"
#include "wire/rest.hpp"

namespace curveball::app {
namespace {

using net::HttpResponse;
using net::Method;

constexpr std::string_view prefix = "/api/v1/";

HttpResponse json_answer(std::string body) {
  HttpResponse response;
  response.content_type = "application/json";
  response.body = std::move(body);
  return response;
}

HttpResponse not_found() { return net::problem(404, "There is no such thing here."); }

HttpResponse wrong_method() { return net::problem(405, "This address takes another method."); }

HttpResponse unreadable() {
  return net::problem(503, "The database could not be read; try again later.");
}

// The page's size; nothing for what is no number from 1 to limits::sessions_per_page.
std::optional<std::size_t> limit_of(net::HttpRequest const& request) {
  auto const text = net::query_value(request.query, "limit");
  if (!text) return 50;
  std::size_t value = 0;
  auto const read = std::from_chars(text->data(), text->data() + text->size(), value);
  bool const whole = read.ec == std::errc() && read.ptr == text->data() + text->size();
  if (!whole || value < 1 || value > limits::sessions_per_page) return std::nullopt;
  return value;
}

struct ListQuery {
  store::SessionFilter filter;
  std::size_t limit = 50;
  std::optional<store::Cursor> cursor;
};

std::optional<std::string> owned(std::optional<std::string_view> text) {
  return text && !text->empty() ? std::optional<std::string>(*text) : std::nullopt;
}

// Nothing when a parameter cannot be understood.
std::optional<ListQuery> list_query(net::HttpRequest const& request) {
  ListQuery query;
  auto const limit = limit_of(request);
  auto const cursor = owned(net::query_value(request.query, "cursor"));
  auto const status = owned(net::query_value(request.query, "status"));
  if (cursor) query.cursor = store::Cursor::parse(*cursor);
  if (!limit || (cursor && !query.cursor)) return std::nullopt;
  if (status && *status != "open" && *status != "over") return std::nullopt;
  query.limit = *limit;
  query.filter.scenario = owned(net::query_value(request.query, "scenario"));
  query.filter.verdict = owned(net::query_value(request.query, "verdict"));
  if (status) query.filter.over = *status == "over";
  return query;
}

HttpResponse list_answer(store::Reader& reader, store::Viewer viewer, ListQuery const& query) {
  auto const page = reader.sessions(viewer, query.filter, query.limit, query.cursor);
  std::vector<wire::SessionRow> rows;
  rows.reserve(page.rows.size());
  for (auto const& row : page.rows) rows.push_back(row_for_wire(row));
  return json_answer(wire::encode_sessions(rows, page.next ? page.next->text() : std::string()));
}

HttpResponse transcript_answer(StoredSession const& session) {
  return json_answer(
      wire::encode_transcript(*session.program, row_for_wire(session.row), session.events));
}

HttpResponse report_answer(StoredSession const& session) {
  if (!session.row.ending) {
    return net::problem(409, "The interview is still open; end it to see its report.");
  }
  auto const row = row_for_wire(session.row);
  return json_answer(wire::encode_report(*session.program, report_frame(session, row),
                                         interview::report(*session.program, session.events),
                                         session.events));
}

HttpResponse download(std::string content_type, std::string body, std::string const& name) {
  HttpResponse response;
  response.content_type = std::move(content_type);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  response.body = std::move(body);
  return response;
}

HttpResponse json_lines_answer(StoredSession const& session) {
  return download("application/jsonl", json_lines_of(session, std::nullopt),
                  session.row.id.text() + ".jsonl");
}

HttpResponse markdown_answer(StoredSession const& session) {
  return download("text/markdown; charset=utf-8", markdown_of(session),
                  session.row.id.text() + ".md");
}

enum class Part { transcript, report, json_lines, markdown };

// What of a session is asked for, or the problem to answer with.
Result<Part, HttpResponse> part_of(std::string_view tail, net::HttpRequest const& request) {
  if (tail.empty()) return Part::transcript;
  if (tail == "/report") return Part::report;
  if (tail != "/export") return Unexpected{not_found()};
  auto const format = net::query_value(request.query, "format").value_or("jsonl");
  if (format == "jsonl") return Part::json_lines;
  if (format == "md") return Part::markdown;
  return Unexpected{net::problem(400, "format is jsonl or md.")};
}

HttpResponse part_answer(StoredSession const& session, Part part) {
  switch (part) {
    case Part::transcript:
      return transcript_answer(session);
    case Part::report:
      return report_answer(session);
    case Part::json_lines:
      return json_lines_answer(session);
    case Part::markdown:
      return markdown_answer(session);
  }
  return not_found();
}

HttpResponse session_answer(ReadingRoom& room, store::Viewer viewer, store::SessionId const& id,
                            Part part) {
  auto const session = load_session(room.reader, room.programs, viewer, id);
  if (session) return part_answer(*session, part);
  if (session.error().fault == LoadFault::unknown) return not_found();
  return net::problem(500, "The stored session cannot be read; run curveball replay --verify.");
}

}  // namespace

// One request on its way to its answer.
struct Api::Call {
  net::HttpRequest request;
  net::HttpResponder responder;
  std::optional<store::Hash> token_hash;

  // Gives the answer, with a cookie for those that have none.
  void answer(HttpResponse response) const {
    bool const shared = response.cache == net::Cache::immutable;  // A proxy may keep it for others.
    if (!token_hash && !shared) response.headers.emplace_back("Set-Cookie", fresh_cookie());
    responder.respond(std::move(response));
  }
};

Api::Api(Archive& archive, Practice& practice, std::shared_ptr<Library const> library,
         net::StaticFiles web)
    : archive_(archive), practice_(practice), library_(std::move(library)), web_(std::move(web)) {}

void Api::handle(net::HttpRequest request, net::HttpResponder responder) {
  auto const token = token_hash_of(request.cookie);
  Call call{std::move(request), std::move(responder), token};
  if (call.request.path == "/healthz") return health(call);
  if (call.request.path.starts_with(prefix)) return route(call);
  call.answer(web_.answer(call.request));
}

void Api::route(Call& call) {
  std::string_view const path = std::string_view(call.request.path).substr(prefix.size());
  constexpr std::string_view session_prefix = "sessions/";
  constexpr std::string_view library_prefix = "library/";
  if (path == "sessions" && call.request.method == Method::delete_) {
    return remove(call, std::nullopt);
  }
  if (path.starts_with(session_prefix)) {
    return route_session(call, path.substr(session_prefix.size()));
  }
  if (call.request.method != Method::get) return call.answer(wrong_method());
  if (path == "library") return library(call);
  if (path.starts_with(library_prefix)) {
    return library_item(call, path.substr(library_prefix.size()));
  }
  if (path == "sessions") return sessions(call);
  call.answer(not_found());
}

void Api::route_session(Call& call, std::string_view rest) {
  auto const end = std::min(rest.find('/'), rest.size());
  auto const id = store::SessionId::parse(rest.substr(0, end));
  auto const part = part_of(rest.substr(end), call.request);
  if (!id) return call.answer(not_found());
  if (!part) return call.answer(part.error());
  if (call.request.method == Method::delete_ && *part == Part::transcript) return remove(call, *id);
  if (call.request.method != Method::get) return call.answer(wrong_method());
  read(call, [id = *id, part = *part](ReadingRoom& room, store::Viewer viewer) {
    return session_answer(room, viewer, id, part);
  });
}

void Api::health(Call const& call) const {
  call.answer(json_answer(wire::encode_health({.version = version_number(),
                                               .schema = schema_number(),
                                               .engine_revision = interview::engine_revision,
                                               .scenarios = library_->entries().size()})));
}

void Api::library(Call const& call) const {
  std::vector<wire::LibraryItem> items;
  for (auto const& entry : library_->entries()) {
    items.push_back({&entry.card, &entry.rubric, entry.hash_hex});
  }
  call.answer(json_answer(wire::encode_library(items)));
}

void Api::library_item(Call const& call, std::string_view id) const {
  auto const* entry = library_->find(id);
  if (entry == nullptr) return call.answer(not_found());
  call.answer(
      json_answer(wire::encode_library_item({&entry->card, &entry->rubric, entry->hash_hex})));
}

void Api::sessions(Call const& call) {
  auto const query = list_query(call.request);
  if (!query) {
    return call.answer(net::problem(
        400, "limit is 1 to 100, status is open or over, cursor is one that a list gave."));
  }
  if (!call.token_hash) return call.answer(json_answer(wire::encode_sessions({}, {})));
  read(call, [query = *query](ReadingRoom& room, store::Viewer viewer) {
    return list_answer(room.reader, viewer, query);
  });
}

// Answers from the reader's thread. A candidate who never started anything owns nothing.
void Api::read(Call const& call, Query query) {
  if (!call.token_hash) return call.answer(not_found());
  auto job = [call, query = std::move(query)](ReadingRoom& room) {
    auto const candidate = room.reader.candidate(*call.token_hash);
    auto const nobody = store::CandidateId{-1};
    call.answer(query(room, store::Viewer::candidate(candidate.value_or(nobody))));
  };
  auto const failed = [call] { call.answer(unreadable()); };
  if (!archive_.read(std::move(job), failed)) failed();
}

void Api::remove(Call const& call, std::optional<store::SessionId> id) {
  auto const nothing = id ? not_found() : json_answer(wire::encode_deleted(0, {}));
  if (!call.token_hash) return call.answer(nothing);
  // On the reader's thread only the archive is sure to be there.
  auto job = [this, &archive = archive_, call, id, nothing](ReadingRoom& room) {
    auto const candidate = room.reader.candidate(*call.token_hash);
    if (!candidate) return call.answer(nothing);
    archive.post([this, call, id, candidate = *candidate] { remove_for(call, candidate, id); });
  };
  auto const failed = [call] { call.answer(unreadable()); };
  if (!archive_.read(std::move(job), failed)) failed();
}

void Api::remove_for(Call const& call, store::CandidateId candidate,
                     std::optional<store::SessionId> id) {
  auto done = [this, call, candidate, id](Result<store::Deleted, store::Refusal> const& result) {
    if (result) {
      practice_.forget(candidate, id);
      return call.answer(json_answer(wire::encode_deleted(result->sessions, result->backups)));
    }
    bool const unknown = result.error().kind == store::RefusalKind::unknown_session;
    call.answer(unknown ? not_found() : net::problem(503, "Nothing was deleted; try again later."));
  };
  store::Job job = store::DeleteSessionsOf{candidate, done};
  if (id) job = store::DeleteSession{store::Viewer::candidate(candidate), *id, done};
  if (!archive_.write(std::move(job))) {
    call.answer(net::problem(503, "Nothing was deleted; try again later."));
  }
}

}  // namespace curveball::app
