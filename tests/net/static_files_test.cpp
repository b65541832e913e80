#include "net/static_files.hpp"

#include <array>
#include <gtest/gtest.h>
#include <string>

namespace curveball::net {
namespace {

constexpr std::array<EmbeddedFile, 9> table{{
    {"index.html", "<html>", "1111111111111111aaaa"},
    {"index.html.br", "br-html", "2222222222222222aaaa"},
    {"index.html.gz", "gz-html", "3333333333333333aaaa"},
    {"favicon.svg", "<svg>", "4444444444444444aaaa"},
    {"assets/app-5KX2ABCD.js", "js", "5555555555555555aaaa"},
    {"assets/app-5KX2ABCD.js.gz", "gz-js", "6666666666666666aaaa"},
    {"assets/plain.js", "plain", "7777777777777777aaaa"},
    {"orphan.txt.br", "alone", "8888888888888888aaaa"},
    {"name-ABCDEFGH.js", "outside", "9999999999999999aaaa"},
}};

HttpResponse get(std::string path, std::string encodings = "", std::string known = "") {
  HttpRequest request;
  request.path = std::move(path);
  request.accept_encoding = std::move(encodings);
  request.if_none_match = std::move(known);
  return StaticFiles(table).answer(request);
}

std::string header(HttpResponse const& response, std::string const& name) {
  for (auto const& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

TEST(StaticFiles, BestAcceptedVariantIsServedWithItsOwnTag) {
  HttpResponse const brotli = get("/index.html", "gzip, deflate, br");
  HttpResponse const gzip = get("/index.html", "gzip");
  HttpResponse const plain = get("/index.html");

  EXPECT_EQ(brotli.body_view(), "br-html");
  EXPECT_EQ(header(brotli, "Content-Encoding"), "br");
  EXPECT_EQ(header(brotli, "ETag"), "\"2222222222222222\"");
  EXPECT_EQ(gzip.body_view(), "gz-html");
  EXPECT_EQ(header(gzip, "Content-Encoding"), "gzip");
  EXPECT_EQ(plain.body_view(), "<html>");
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  for (HttpResponse const& one : {brotli, gzip, plain}) {
    EXPECT_EQ(header(one, "Vary"), "Accept-Encoding");
    EXPECT_EQ(one.content_type, "text/html; charset=utf-8");
  }
}

TEST(StaticFiles, MissingVariantFallsBackToTheNextBest) {
  EXPECT_EQ(get("/assets/app-5KX2ABCD.js", "br, gzip").body_view(), "gz-js");
  EXPECT_EQ(get("/favicon.svg", "br, gzip").body_view(), "<svg>");
}

TEST(StaticFiles, HashedAssetsAreImmutableAndOthersRevalidated) {
  EXPECT_EQ(get("/assets/app-5KX2ABCD.js").cache, Cache::immutable);
  EXPECT_EQ(get("/assets/plain.js").cache, Cache::revalidate);
  EXPECT_EQ(get("/name-ABCDEFGH.js").cache, Cache::revalidate);
  EXPECT_EQ(get("/").cache, Cache::revalidate);
}

TEST(StaticFiles, KnownTagGets304WithoutABody) {
  HttpResponse const same = get("/index.html", "", "\"0\", W/\"1111111111111111\"");
  HttpResponse const other = get("/index.html", "br", "\"1111111111111111\"");

  EXPECT_EQ(same.status, 304U);
  EXPECT_EQ(same.body_view(), "");
  EXPECT_EQ(header(same, "ETag"), "\"1111111111111111\"");
  EXPECT_EQ(other.status, 200U);
}

TEST(StaticFiles, PagesOfTheProgramAreTheIndex) {
  for (std::string const path : {"/", "/history", "/practice/one", "/apiary"}) {
    EXPECT_EQ(get(path).body_view(), "<html>") << path;
  }
}

TEST(StaticFiles, UnknownFilesAndTheApiAre404) {
  for (std::string const path : {"/missing.js", "/api", "/api/v1/library", "/../index.html.x",
                                 "/index.html.br", "/assets/../../etc/passwd.txt"}) {
    EXPECT_EQ(get(path).status, 404U) << path;
  }
}

TEST(StaticFiles, VariantWithoutItsFileIsAFileOfItsOwn) {
  EXPECT_EQ(get("/orphan.txt.br").body_view(), "alone");
}

TEST(StaticFiles, OnlyReadingIsAllowed) {
  HttpRequest request;
  request.method = Method::post;
  request.path = "/";

  HttpResponse const response = StaticFiles(table).answer(request);

  EXPECT_EQ(response.status, 405U);
  EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
}

TEST(StaticFiles, EncodingsAreNegotiatedAsTheHeaderSays) {
  EXPECT_TRUE(accepts_encoding("gzip, br;q=0.5", "br"));
  EXPECT_TRUE(accepts_encoding("BR", "br"));
  EXPECT_TRUE(accepts_encoding("*", "br"));
  EXPECT_TRUE(accepts_encoding("br ; q=0.001", "br"));
  EXPECT_FALSE(accepts_encoding("", "br"));
  EXPECT_FALSE(accepts_encoding("brotli", "br"));
  EXPECT_FALSE(accepts_encoding("br;q=0", "br"));
  EXPECT_FALSE(accepts_encoding("br; q=0.000, gzip", "br"));
  EXPECT_FALSE(accepts_encoding("*, br;q=0", "br"));
  EXPECT_FALSE(accepts_encoding("*;q=0", "br"));
}

TEST(StaticFiles, TagsAreComparedWhole) {
  EXPECT_TRUE(etag_matches("*", "\"a\""));
  EXPECT_TRUE(etag_matches("\"b\" , \"a\"", "\"a\""));
  EXPECT_FALSE(etag_matches("", "\"a\""));
  EXPECT_FALSE(etag_matches("\"ab\"", "\"a\""));
  EXPECT_FALSE(etag_matches("a", "\"a\""));
}

TEST(StaticFiles, UnknownExtensionIsBytes) {
  EXPECT_EQ(content_type_of("/a.xyz"), "application/octet-stream");
  EXPECT_EQ(content_type_of("/no-extension"), "application/octet-stream");
  EXPECT_EQ(content_type_of("/a.b/c.css"), "text/css; charset=utf-8");
}

}  // namespace
}  // namespace curveball::net
