// Serves a fixed table of files: content types, precompressed variants, ETags, cache policy.
// Thread: io; immutable after construction.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/embedded.hpp"
#include "net/http.hpp"

namespace curveball::net {

class StaticFiles {
 public:
  // `files` are paths without a leading '/'; PATH.br and PATH.gz are taken as encoded variants of
  // PATH when PATH is there too. What the views refer to must outlive every answer.
  explicit StaticFiles(std::span<EmbeddedFile const> files);

  // 200 with the best variant that the client accepts (br, gzip, plain); 304 when it has it; 405
  // for anything but GET and HEAD; else 404. "/" and paths without an extension outside /api/ are
  // index.html. Names under /assets/ that carry a content hash ("app-5KX2ABCD.js") are immutable,
  // all others revalidated by ETag.
  HttpResponse answer(HttpRequest const& request) const;

 private:
  struct Variant {
    std::string_view bytes;
    std::string etag;  // Empty: there is no such variant.
  };
  struct File {
    std::string_view content_type;
    Cache cache = Cache::revalidate;
    Variant plain;
    Variant brotli;
    Variant gzip;
  };

  void attach_variant(EmbeddedFile const& variant);
  File const* find(std::string_view path) const;

  std::unordered_map<std::string, File> files_;  // By path with a leading '/'.
};

// The media type of a path by its extension; "application/octet-stream" when unknown.
std::string_view content_type_of(std::string_view path);

// True when `header` (Accept-Encoding) allows `coding`: named, or covered by "*", with q above 0.
bool accepts_encoding(std::string_view header, std::string_view coding);

// True when `header` (If-None-Match) names `etag` (weak comparison) or is "*".
bool etag_matches(std::string_view header, std::string_view etag);

}  // namespace curveball::net
