// Which words are English: the word list that the program was built with. Private to the room.
#pragma once

#include <string_view>

namespace curveball::text {

// Whether the folded word is in the word list of Debian's wamerican (SCOWL, sizes up to 60, with
// inflections) or among the words of the trade in trade_words.txt. The list holds words of three
// letters and more.
bool is_dictionary_word(std::string_view folded);

}  // namespace curveball::text
