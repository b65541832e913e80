#include "store/chain_cache.hpp"

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

TEST(ChainCache, StartsOverWhenItIsFull) {
  ChainCache cache(2);
  std::vector<SessionId> ids;
  for (int i = 0; i < 3; ++i) ids.push_back(make_session_id(testing::start_of_tests));

  cache.put(ids[0], {.session = 1});
  cache.put(ids[1], {.session = 2});
  cache.put(ids[1], {.session = 2, .last_seq = 9});
  auto const full = cache.size();
  cache.put(ids[2], {.session = 3});

  EXPECT_EQ(full, 2U);
  EXPECT_EQ(cache.size(), 1U);
  EXPECT_FALSE(cache.find(ids[0]));
  EXPECT_EQ(cache.find(ids[2])->session, 3);
}

}  // namespace
}  // namespace curveball::store
