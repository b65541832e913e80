#include "store/hash.hpp"

#include <memory>
#include <openssl/evp.h>
#include <sodium.h>
#include <stdexcept>

namespace curveball::store {
namespace {

// Looked up once: libcrypto would look for it anew in each digest otherwise.
EVP_MD const* sha256_method() {
  static EVP_MD const* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return method;
}

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) {
    require(context_ != nullptr &&
            EVP_DigestInit_ex2(context_.get(), sha256_method(), nullptr) == 1);
  }

  Sha256& feed(unsigned char const* bytes, std::size_t size) {
    require(EVP_DigestUpdate(context_.get(), bytes, size) == 1);
    return *this;
  }
  template <std::size_t Size>
  Sha256& feed(std::array<unsigned char, Size> const& bytes) {
    return feed(bytes.data(), Size);
  }
  Sha256& feed(std::string_view bytes) {
    return feed(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  }
  Sha256& feed(std::uint64_t number) {
    std::array<unsigned char, 8> bytes{};
    for (auto& byte : bytes) {
      byte = static_cast<unsigned char>(number & 0xffU);
      number >>= 8U;
    }
    return feed(bytes);
  }
  Hash finish() {
    Hash hash{};
    require(EVP_DigestFinal_ex(context_.get(), hash.data(), nullptr) == 1);
    return hash;
  }

 private:
  struct End {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  static void require(bool worked) {
    if (!worked) throw std::runtime_error("libcrypto could not compute a SHA-256");
  }

  std::unique_ptr<EVP_MD_CTX, End> context_;
};

}  // namespace

Hash sha256(std::string_view bytes) { return Sha256().feed(bytes).finish(); }

std::string to_hex(Hash const& hash) {
  std::string text(hash.size() * 2 + 1, '\0');  // sodium_bin2hex writes a closing zero as well.
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

std::optional<Hash> hash_from_hex(std::string_view text) {
  Hash hash{};
  std::size_t read = 0;
  if (text.size() != hash.size() * 2) return std::nullopt;
  if (sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, &read, nullptr) !=
          0 ||
      read != hash.size()) {
    return std::nullopt;
  }
  return hash;
}

Hash chain_start(ChainRoot const& root) {
  return Sha256()
      .feed(Hash{})
      .feed(root.session.bytes)
      .feed(root.script)
      .feed(root.seed)
      .feed(std::uint64_t{root.engine_revision})
      .finish();
}

Hash next_hash(Hash const& previous, std::string_view canonical) {
  return Sha256().feed(previous).feed(canonical).finish();
}

}  // namespace curveball::store
