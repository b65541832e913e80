#include "text/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "text/sorted.hpp"

namespace curveball::text {
namespace {

constexpr std::string_view function_word_rows[] = {
    "a",          "about",   "above",  "after",   "again",  "against", "all",      "also",
    "although",   "am",      "among",  "an",      "and",    "any",     "are",      "around",
    "as",         "at",      "be",     "because", "been",   "before",  "being",    "below",
    "between",    "both",    "but",    "by",      "can",    "could",   "did",      "do",
    "does",       "doing",   "down",   "during",  "each",   "either",  "else",     "even",
    "ever",       "every",   "few",    "for",     "from",   "further", "had",      "has",
    "have",       "having",  "he",     "her",     "here",   "hers",    "him",      "his",
    "how",        "however", "i",      "if",      "in",     "into",    "is",       "it",
    "its",        "itself",  "just",   "like",    "many",   "may",     "me",       "might",
    "mine",       "more",    "most",   "much",    "must",   "my",      "myself",   "neither",
    "never",      "no",      "nor",    "not",     "now",    "of",      "off",      "on",
    "once",       "only",    "onto",   "or",      "other",  "our",     "ours",     "out",
    "over",       "own",     "per",    "quite",   "rather", "really",  "same",     "shall",
    "she",        "should",  "since",  "so",      "some",   "such",    "than",     "that",
    "the",        "their",   "theirs", "them",    "then",   "there",   "these",    "they",
    "this",       "those",   "though", "through", "to",     "too",     "toward",   "towards",
    "under",      "unless",  "until",  "up",      "upon",   "us",      "very",     "was",
    "we",         "well",    "were",   "what",    "when",   "where",   "whether",  "which",
    "while",      "who",     "whom",   "whose",   "why",    "will",    "with",     "within",
    "without",    "would",   "yet",    "you",     "your",   "yours",   "yourself", "ourselves",
    "themselves", "let",     "get",    "got",
};
constexpr auto function_words = sorted(function_word_rows);

struct FusedNot {
  std::string_view word;
  std::string_view base;
};
constexpr FusedNot fused_nots[] = {
    {"cannot", "can"},      {"dont", "do"},     {"cant", "can"},      {"wont", "will"},
    {"didnt", "did"},       {"doesnt", "does"}, {"isnt", "is"},       {"wasnt", "was"},
    {"werent", "were"},     {"arent", "are"},   {"couldnt", "could"}, {"wouldnt", "would"},
    {"shouldnt", "should"}, {"havent", "have"}, {"hasnt", "has"},     {"hadnt", "had"},
};

constexpr std::string_view abbreviations[] = {"vs",   "mr", "mrs",    "ms",   "dr",
                                              "prof", "cf", "approx", "resp", "incl"};

}  // namespace

bool is_function_word(std::string_view folded) {
  return std::binary_search(function_words.begin(), function_words.end(), folded);
}

std::string_view base_of_fused_not(std::string_view folded) {
  auto const* found = std::find_if(std::begin(fused_nots), std::end(fused_nots),
                                   [folded](FusedNot const& row) { return row.word == folded; });
  return found == std::end(fused_nots) ? std::string_view{} : found->base;
}

bool is_abbreviation(std::string_view folded) {
  return std::find(std::begin(abbreviations), std::end(abbreviations), folded) !=
         std::end(abbreviations);
}

}  // namespace curveball::text
