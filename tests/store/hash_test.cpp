#include "store/hash.hpp"

#include <gtest/gtest.h>

namespace curveball::store {
namespace {

ChainRoot const root{.session = {{1, 2, 3}}, .script = {4, 5}, .seed = 6, .engine_revision = 7};

TEST(Sha256, AgreesWithTheStandardsExample) {
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256, IsReadBackFromItsHexadecimalText) {
  auto const hash = sha256("abc");

  EXPECT_EQ(hash_from_hex(to_hex(hash)), hash);
  EXPECT_FALSE(hash_from_hex(to_hex(hash).substr(1)));
  EXPECT_FALSE(hash_from_hex(to_hex(hash) + "0"));
  EXPECT_FALSE(hash_from_hex("g" + to_hex(hash).substr(1)));
}

TEST(Chain, LinkIsTheHashOfThePreviousHashAndTheBytes) {
  auto const previous = sha256("before");
  std::string joined(previous.begin(), previous.end());

  EXPECT_EQ(next_hash(previous, "meaning"), sha256(joined + "meaning"));
}

TEST(Chain, StartIsTheHashOfZerosAndTheSessionsIdentity) {
  std::string bytes(32, '\0');
  bytes.append(root.session.bytes.begin(), root.session.bytes.end());
  bytes.append(root.script.begin(), root.script.end());
  bytes += std::string("\6\0\0\0\0\0\0\0\7\0\0\0\0\0\0\0", 16);

  EXPECT_EQ(chain_start(root), sha256(bytes));
}

TEST(Chain, EveryPartOfTheIdentityChangesTheStart) {
  auto other = root;
  other.session.bytes[15] = 1;
  EXPECT_NE(chain_start(other), chain_start(root));

  other = root;
  other.script[31] = 1;
  EXPECT_NE(chain_start(other), chain_start(root));

  other = root;
  other.seed += 1;
  EXPECT_NE(chain_start(other), chain_start(root));

  other = root;
  other.engine_revision += 1;
  EXPECT_NE(chain_start(other), chain_start(root));
}

}  // namespace
}  // namespace curveball::store
