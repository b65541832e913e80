#include "evaluation/surface.hpp"

#include <gtest/gtest.h>

namespace curveball::evaluation {
namespace {

TEST(Surface, CountsWordsNumbersAndTheReferencesDifferentWords) {
  text::WordCache words;

  auto const surface = surface_of(text::read("The owner gave 2 dates in 3 weeks.", words),
                                  text::read("An owner gave dates; the owner stayed.", words));

  EXPECT_EQ(surface.words, 6);
  EXPECT_EQ(surface.digits, 2);
  // owner, gave, dates, the of: an, owner, gave, dates, the, stayed.
  EXPECT_NEAR(surface.overlap, 4.0 / 6, 1e-12);
}

TEST(Surface, NothingOverlapsWithAnEmptyReference) {
  text::WordCache words;

  EXPECT_EQ(surface_of(text::read("Yes.", words), text::read("", words)).overlap, 0);
}

}  // namespace
}  // namespace curveball::evaluation
