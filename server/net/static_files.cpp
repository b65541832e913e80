#include "net/static_files.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace curveball::net {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view assets_folder = "/assets/";
constexpr std::string_view api_folder = "/api/";

// The extension with its dot, e.g. ".js"; empty when the last part of the path has none.
std::string_view extension_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  std::size_t const dot = path.rfind('.');
  return dot == path.npos ? std::string_view() : path.substr(dot);
}

bool is_hash_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// True for "/assets/NAME-HASH.EXT" where HASH is eight or more letters and digits.
bool carries_hash(std::string_view path) {
  if (!path.starts_with(assets_folder)) return false;
  std::string_view name = path.substr(path.rfind('/') + 1);
  std::size_t const dash = name.rfind('-');
  if (dash == name.npos) return false;
  std::string_view const hash = name.substr(dash + 1, name.find('.', dash) - dash - 1);
  return hash.size() >= 8 && std::all_of(hash.begin(), hash.end(), is_hash_character);
}

std::string etag_of(EmbeddedFile const& file) {
  return '"' + std::string(file.sha256.substr(0, 16)) + '"';
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

// The first part of `list` up to `mark`, trimmed; `list` keeps the rest.
std::string_view take_part(std::string_view& list, char mark) {
  std::size_t const end = list.find(mark);
  std::string_view const part = trimmed(list.substr(0, end));
  list.remove_prefix(end == list.npos ? list.size() : end + 1);
  return part;
}

// True when the parameters of a coding say "q=0", "q=0.0" and the like.
bool is_refused(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view value = take_part(parameters, ';');
    std::string_view const name = take_part(value, '=');
    if (same(name, "q")) return value.find_first_not_of("0. ") == value.npos;
  }
  return false;
}

// The variant of PATH that PATH.br and PATH.gz hold; nothing for other names.
std::optional<std::string> plain_path(std::string_view path) {
  if (!path.ends_with(".br") && !path.ends_with(".gz")) return std::nullopt;
  return '/' + std::string(path.substr(0, path.size() - 3));
}

}  // namespace

std::string_view content_type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> types{{
      {".css"sv, "text/css; charset=utf-8"sv},
      {".html"sv, "text/html; charset=utf-8"sv},
      {".ico"sv, "image/x-icon"sv},
      {".js"sv, "text/javascript; charset=utf-8"sv},
      {".json"sv, "application/json"sv},
      {".map"sv, "application/json"sv},
      {".md"sv, "text/markdown; charset=utf-8"sv},
      {".mjs"sv, "text/javascript; charset=utf-8"sv},
      {".png"sv, "image/png"sv},
      {".svg"sv, "image/svg+xml"sv},
      {".txt"sv, "text/plain; charset=utf-8"sv},
      {".webmanifest"sv, "application/manifest+json"sv},
      {".webp"sv, "image/webp"sv},
      {".woff2"sv, "font/woff2"sv},
  }};
  std::string_view const extension = extension_of(path);
  for (auto const& [ending, type] : types) {
    if (ending == extension) return type;
  }
  return "application/octet-stream";
}

bool accepts_encoding(std::string_view header, std::string_view coding) {
  std::optional<bool> any;
  while (!header.empty()) {
    std::string_view parameters = take_part(header, ',');
    std::string_view const name = take_part(parameters, ';');
    if (same(name, coding)) return !is_refused(parameters);
    if (name == "*") any = !is_refused(parameters);
  }
  return any.value_or(false);
}

bool etag_matches(std::string_view header, std::string_view etag) {
  while (!header.empty()) {
    std::string_view one = take_part(header, ',');
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == etag || one == "*") return true;
  }
  return false;
}

StaticFiles::StaticFiles(std::span<EmbeddedFile const> files) {
  for (EmbeddedFile const& file : files) {
    std::string path = '/' + std::string(file.path);
    File entry{.content_type = content_type_of(path),
               .cache = carries_hash(path) ? Cache::immutable : Cache::revalidate,
               .plain = {file.bytes, etag_of(file)}};
    files_.emplace(std::move(path), std::move(entry));
  }
  for (EmbeddedFile const& file : files) attach_variant(file);
}

// A variant without its plain file stays a file of its own.
void StaticFiles::attach_variant(EmbeddedFile const& variant) {
  auto const path = plain_path(variant.path);
  auto const plain = path ? files_.find(*path) : files_.end();
  if (plain == files_.end()) return;
  auto& slot = variant.path.ends_with(".br") ? plain->second.brotli : plain->second.gzip;
  slot = {variant.bytes, etag_of(variant)};
  files_.erase('/' + std::string(variant.path));
}

StaticFiles::File const* StaticFiles::find(std::string_view path) const {
  auto file = files_.find(std::string(path));
  bool const is_page =
      extension_of(path).empty() && !path.starts_with(api_folder) && path != "/api";
  if (file == files_.end() && is_page) file = files_.find("/index.html");
  return file == files_.end() ? nullptr : &file->second;
}

HttpResponse StaticFiles::answer(HttpRequest const& request) const {
  if (request.method != Method::get) {
    HttpResponse refusal = problem(405, "Files can only be read.");
    refusal.headers.emplace_back("Allow", "GET, HEAD");
    return refusal;
  }
  File const* const file = find(request.path);
  if (file == nullptr) return problem(404, "There is no such page.");
  bool const brotli = !file->brotli.etag.empty() && accepts_encoding(request.accept_encoding, "br");
  bool const gzip = !file->gzip.etag.empty() && accepts_encoding(request.accept_encoding, "gzip");
  Variant const& best = brotli ? file->brotli : gzip ? file->gzip : file->plain;
  HttpResponse response;
  response.cache = file->cache;
  response.headers.emplace_back("ETag", best.etag);
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (etag_matches(request.if_none_match, best.etag)) {
    response.status = 304;
    return response;
  }
  response.content_type = file->content_type;
  if (brotli || gzip) response.headers.emplace_back("Content-Encoding", brotli ? "br" : "gzip");
  response.body = best.bytes;
  return response;
}

}  // namespace curveball::net
