#include "store/identity.hpp"

#include <gtest/gtest.h>
#include <set>

#include "store/rows.hpp"

namespace curveball::store {
namespace {

TEST(SessionId, CarriesItsTimeVersionAndVariant) {
  auto const text = make_session_id({0x0123456789abLL}).text();

  EXPECT_EQ(text.size(), 36U);
  EXPECT_EQ(text.substr(0, 15), "01234567-89ab-7");
  EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
}

TEST(SessionId, LaterOnesSortAfterEarlierOnes) {
  auto const earlier = make_session_id({1'800'000'000'000});
  auto const later = make_session_id({1'800'000'000'001});

  EXPECT_LT(earlier, later);
  EXPECT_LT(earlier.text(), later.text());
}

TEST(SessionId, IsReadBackFromItsTextInEitherCase) {
  auto const id = make_session_id({1'800'000'000'000});
  std::string upper = id.text();
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));

  EXPECT_EQ(SessionId::parse(id.text()), id);
  EXPECT_EQ(SessionId::parse(upper), id);
}

TEST(SessionId, OtherTextsAreNoIds) {
  std::string const good = "018f2b6c-7d1e-7a3b-9c4d-5e6f708192a3";
  ASSERT_TRUE(SessionId::parse(good));

  for (std::string const& bad :
       {std::string(), good.substr(1), good + "0", "x" + good.substr(1),
        "018f2b6c07d1e-7a3b-9c4d-5e6f708192a3" + std::string(), "-" + good.substr(1)}) {
    EXPECT_FALSE(SessionId::parse(bad)) << bad;
  }
}

TEST(Token, HasFortyThreeUrlSafeCharactersAndNeverRepeats) {
  std::set<std::string> tokens;

  for (int i = 0; i < 100; ++i) tokens.insert(make_token());

  EXPECT_EQ(tokens.size(), 100U);
  for (auto const& token : tokens) {
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-_"),
              std::string::npos);
  }
}

TEST(Seed, IsNotTheSameTwice) {
  auto const first = make_seed();
  auto const second = make_seed();

  EXPECT_NE(first, second);
}

TEST(Cursor, IsReadBackFromItsText) {
  Cursor const cursor{{1'800'000'000'000}, make_session_id({1'800'000'000'000})};

  EXPECT_EQ(Cursor::parse(cursor.text()), cursor);
}

TEST(Cursor, OtherTextsAreNoCursors) {
  std::string const id = make_session_id({1'800'000'000'000}).text();

  for (std::string const& bad :
       {std::string(), id, "." + id, "12x." + id, "12." + id + "0", "99999999999999999999." + id}) {
    EXPECT_FALSE(Cursor::parse(bad)) << bad;
  }
}

}  // namespace
}  // namespace curveball::store
