// From what a script may say to what is said: the variant chosen, the variables filled in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/script.hpp"

namespace curveball::dialogue {

// Index of the variant for the how-manieth time (`visit`, from 0) the speech is said.
// shuffle: every round of n visits says each of n variants once, and none twice in a row.
std::size_t choose_variant(Speech const& speech, std::uint64_t seed, std::uint32_t visit);

// Integers come out as decimals, booleans as yes or no, texts as they are.
std::string fill(Template const& text, std::vector<Value> const& variables);

// The value, a text cut to limits::variable_text_bytes on a character boundary.
Value limited(Value value);

}  // namespace curveball::dialogue
