#include "wire/json_plain.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::wire {
namespace {

TEST(JsonPlain, StopsAtEachSpecialByteWhereverItStands) {
  for (unsigned code = 0; code < 256; ++code) {
    bool const special = code < 0x20 || code == '"' || code == '\\';
    for (std::size_t at = 0; at < 20; ++at) {
      for (char const around : {'a', '\x7f', '\x21', '\xc3'}) {
        std::string text(20, around);
        text[at] = static_cast<char>(code);

        EXPECT_EQ(json_plain_run(text), special ? at : text.size()) << code << " at " << at;
      }
    }
  }
}

TEST(JsonPlain, FindsNothingInAnEmptyText) { EXPECT_EQ(json_plain_run(""), 0U); }

}  // namespace
}  // namespace curveball::wire
