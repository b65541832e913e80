#include "evaluation/evidence.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

#include "evaluation/small_corpus.hpp"

namespace curveball::evaluation {
namespace {

class EvidenceTest : public ::testing::Test {
 protected:
  EvidenceTest() {
    testing::write_small_corpus(folder_);
    auto corpus = read_corpus(folder_.path());
    if (!corpus) throw std::runtime_error(corpus.error().message);
    corpus_ = *std::move(corpus);
    text::WordCache words;
    scored_ = score_corpus(corpus_, words);
  }

  // The values of evidence_precision and evidence_judged.
  std::pair<std::optional<double>, std::optional<double>> values(std::string const& lines) {
    folder_.write("evidence.jsonl", lines);
    auto const judgements = read_evidence(folder_.path() / "evidence.jsonl");
    if (!judgements) throw std::runtime_error(judgements.error().message);
    auto const figures = evidence_figures(corpus_, scored_, *judgements);
    return {figures[0].parts.front().value, figures[1].parts.front().value};
  }

  std::size_t places() const {
    std::size_t count = 0;
    for (auto const& item : scored_) count += item.score.heard.size();
    return count;
  }

  static std::string line(std::string const& concept_id, std::string const& words, bool right) {
    return R"({"question": "small", "answer": "s", "concept": ")" + concept_id +
           R"(", "words": [)" + words + R"(], "right": )" + (right ? "true" : "false") + "}\n";
  }

  testing::TempFolder folder_;
  Corpus corpus_;
  std::vector<ScoredAnswer> scored_;
};

TEST_F(EvidenceTest, CountsWhatAPersonFoundRight) {
  auto const [precision, judged] = values(line("owner", R"("named", "owner")", true) +
                                          line("date", R"("decision", "date")", false));

  EXPECT_EQ(precision, 0.5);
  EXPECT_EQ(judged, 2.0 / static_cast<double>(places()));
}

TEST_F(EvidenceTest, LeavesOutJudgementsOfWhatIsNoLongerFound) {
  auto const [precision, judged] =
      values(line("owner", R"("named", "owner")", true) + line("owner", R"("owner")", false));

  EXPECT_EQ(precision, 1.0);
  EXPECT_EQ(judged, 1.0 / static_cast<double>(places()));
}

TEST_F(EvidenceTest, WithoutJudgementsNothingIsMeasured) {
  auto const [precision, judged] = values("");

  EXPECT_FALSE(precision);
  EXPECT_FALSE(judged);
}

TEST_F(EvidenceTest, ALineWithoutAVerdictIsAFault) {
  folder_.write("evidence.jsonl", R"({"question": "small", "answer": "s", "words": ["x"]})");

  EXPECT_FALSE(read_evidence(folder_.path() / "evidence.jsonl"));
}

}  // namespace
}  // namespace curveball::evaluation
