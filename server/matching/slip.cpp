#include "matching/slip.hpp"

#include <algorithm>

#include "matching/selection.hpp"

namespace curveball::matching {
namespace {

// Cuts off what both begin and end with; it takes no edits.
void trim(std::string_view& a, std::string_view& b) {
  std::size_t const shorter = std::min(a.size(), b.size());
  std::size_t begin = 0;
  while (begin < shorter && a[begin] == b[begin]) ++begin;
  std::size_t end = 0;
  while (end < shorter - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  a = a.substr(begin, a.size() - begin - end);
  b = b.substr(begin, b.size() - begin - end);
}

bool is_swap(std::string_view a, std::string_view b) {
  return a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
}

// Optimal string alignment, row by row; what is over `most` may come out as any number above it.
std::size_t edits_between(std::string_view a, std::string_view b) {
  constexpr std::size_t columns = SlipTable::longest + 1;
  std::array<std::array<std::uint8_t, columns>, 3> rows{};
  for (std::size_t k = 0; k <= b.size(); ++k) rows[0][k] = static_cast<std::uint8_t>(k);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    auto const& above = rows[(i + 2) % 3];
    auto const& second = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    for (std::size_t k = 1; k <= b.size(); ++k) {
      int const replaced = above[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
      int best = std::min({above[k] + 1, row[k - 1] + 1, replaced});
      bool const swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) best = std::min(best, second[k - 2] + 1);
      row[k] = static_cast<std::uint8_t>(best);
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::array<std::string_view, 3> spellings_of(std::string_view written) {
  std::array<std::string_view, 3> spellings{written, {}, {}};
  auto const cut = [written](std::size_t letters) {
    return written.substr(0, written.size() - letters);
  };
  if (written.size() < 6) return spellings;
  if (written.ends_with("s")) spellings[1] = cut(1);
  if (written.ends_with("ed")) spellings = {written, cut(1), cut(2)};
  if (written.ends_with("ing")) spellings[1] = cut(3);
  return spellings;
}

bool is_slip_of(std::string_view written, std::string_view word) {
  std::size_t const most = edits_allowed(word.size());
  if (written.size() + most < word.size() || word.size() + most < written.size()) return false;
  if (word.size() < first_letter_counts_below && written.front() != word.front()) return false;
  trim(written, word);
  if (std::max(written.size(), word.size()) <= most) return true;
  if (most == 1) return is_swap(written, word);
  return edits_between(written, word) <= most;
}

}  // namespace curveball::matching
