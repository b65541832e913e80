// The closed word lists of English that reading needs. Pure; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace curveball::text {

// What a word can do to the words around it.
enum class Cue : std::uint8_t {
  none,
  no,
  not_,
  never,
  nobody,  // none, nothing, nobody, nowhere
  neither,
  nor,
  without,
  lack,
  absence,
  free,
  instead,
  rather,
  fail,  // Negates with "to": failed, forgot, refused
  unable,
  of,
  than,
  to,
  but,
  clause_end,   // however, because, which ...
  conjunction,  // and, or
  be,           // is, was, been ...
  subject,      // I, we, they ...
  happen,       // After "not" or "never" it negates what stands before it.
  done,         // As happen, after "was not": done, found, clear ...
  only,         // "not only" negates nothing; so the next ones.
  doubt,
  until,
  hesitation,
  would,
  maybe,
  guess,
  kind,
  something,
  like,
  sure,
  ask,       // what, which, how ...: opens a question
  ask_verb,  // do, can, should ...: opens a question before a subject
};

// The cue of a folded word.
Cue cue_of(std::string_view folded);

// Whether the folded word is one of about 170 function words (articles, pronouns, prepositions,
// auxiliaries), which carry no content of their own.
bool is_function_word(std::string_view folded);

// For a word that ends in a "not" of its own ("cannot", "dont"): the word before it ("can", "do").
// Empty for every other word.
std::string_view base_of_fused_not(std::string_view folded);

// Whether a full stop after the folded word belongs to it ("vs", "approx").
bool is_abbreviation(std::string_view folded);

}  // namespace curveball::text
