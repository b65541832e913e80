// How well polarity is read on the labelled sentences: tests/corpus/SENTENCES.md says what counts.
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "search.hpp"

namespace curveball::matching {
namespace {

struct Counts {
  int right = 0;   // Negated, and read so.
  int extra = 0;   // Affirmed, but read as negated.
  int missed = 0;  // Negated, but read as affirmed.
  double f1() const { return 2.0 * right / (2.0 * right + extra + missed); }
};

// The text of one field of a line, escapes and all.
std::string_view field(std::string_view line, std::string_view name) {
  std::string const key = "\"" + std::string(name) + "\": \"";
  std::size_t const begin = line.find(key) + key.size();
  std::size_t end = line.find('"', begin);
  while (line[end - 1] == '\\') end = line.find('"', end + 1);
  return line.substr(begin, end - begin);
}

bool reads_as_negated(std::string_view line, text::WordCache& cache) {
  std::string const phrase(field(line, "phrase"));
  text::Reading const reading = text::read(field(line, "text"), cache);
  EXPECT_FALSE(find(set_of("any(" + phrase + ")"), reading).empty()) << line;
  return !find(set_of("not(" + phrase + ")"), reading).empty();
}

void count(Counts& counts, bool negated, bool read) {
  counts.right += negated && read ? 1 : 0;
  counts.extra += !negated && read ? 1 : 0;
  counts.missed += negated && !read ? 1 : 0;
}

TEST(PolarityCorpus, LabelledSentencesAreReadAsPublished) {
  std::ifstream file(CURVEBALL_SOURCE_DIR "/tests/corpus/polarity.jsonl");
  text::WordCache cache;
  Counts all;
  Counts measured;
  int lines = 0;

  for (std::string line; std::getline(file, line); ++lines) {
    bool const negated = line.find("\"negated\": true") != std::string::npos;
    bool const read = reads_as_negated(line, cache);
    count(all, negated, read);
    if ((field(line, "id").back() - '0') % 2 == 0) count(measured, negated, read);
  }

  EXPECT_EQ(lines, 300);
  EXPECT_GE(all.f1(), 0.96);
  EXPECT_GE(measured.f1(), 0.92);
}

}  // namespace
}  // namespace curveball::matching
