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
  fail,  // Negates with "to": failed, opposed
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
  hardly,
  avoid,        // Negates what it is done to: prevent, skip, ignore ...
  drop,         // As avoid, before a gerund or an article: stop, abandon ...
  missing,      // Negates what stands before it, after "was": missing, rejected ...
  against,      // After a verb of deciding.
  alone,        // "let alone"
  far,          // "far from", "anything but"
  too,          // "too late to ..."
  keep,         // "kept ... out"
  save,         // "saved us from"
  give,         // "gave up", "turned down"
  ran,          // "ran out of"
  fall,         // "fell through"
  wish,         // "I wish we had ..."
  almost,       // "almost agreed"
  little,       // "had little ..."
  prefer,       // "chose a over b" negates b.
  intend,       // "was going to ..., but"
  off,          // "called off"
  have,         // had
  condition,    // if, unless
  subordinate,  // before, after, while ...: a negation ends there
  know,         // "did not know that" leaves what follows as it is.
  no_noun,      // "no regrets", "no wonder" negate nothing.
  article,      // a, an, the, our ...
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
