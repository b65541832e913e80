#include "text/word_id.hpp"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace curveball::text {
namespace {

std::size_t different(std::vector<std::uint64_t> ids) {
  std::sort(ids.begin(), ids.end());
  return static_cast<std::size_t>(std::unique(ids.begin(), ids.end()) - ids.begin());
}

TEST(WordId, NumbersHaveIdsOfTheirOwn) {
  std::vector<std::uint64_t> ids;
  for (int i = 0; i < 20'000; ++i) ids.push_back(word_id(std::to_string(i)).value);

  EXPECT_EQ(different(ids), ids.size());
}

TEST(WordId, WordsOfUpToThreeLettersHaveIdsOfTheirOwn) {
  std::vector<std::uint64_t> ids;
  std::string const letters = "abcdefghijklmnopqrstuvwxyz";
  for (char const a : letters) {
    ids.push_back(word_id(std::string{a}).value);
    for (char const b : letters) {
      ids.push_back(word_id(std::string{a, b}).value);
      for (char const c : letters) ids.push_back(word_id(std::string{a, b, c}).value);
    }
  }

  EXPECT_EQ(different(ids), ids.size());
}

TEST(WordId, EveryLetterAndTheLengthCount) {
  std::vector<std::uint64_t> ids;
  for (std::size_t size = 1; size <= 40; ++size) {
    std::string const word(size, 'a');
    ids.push_back(word_id(word).value);
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = word;
      other[at] = 'b';
      ids.push_back(word_id(other).value);
    }
  }

  EXPECT_EQ(different(ids), ids.size());
}

}  // namespace
}  // namespace curveball::text
