#include "text/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/sorted.hpp"

namespace curveball::text {
namespace {

using Row = std::pair<std::string_view, Cue>;

constexpr Row cue_rows[] = {
    {"no", Cue::no},
    {"not", Cue::not_},
    {"never", Cue::never},
    {"none", Cue::nobody},
    {"nothing", Cue::nobody},
    {"nobody", Cue::nobody},
    {"nowhere", Cue::nobody},
    {"neither", Cue::neither},
    {"nor", Cue::nor},
    {"without", Cue::without},
    {"lack", Cue::lack},
    {"lacks", Cue::lack},
    {"lacked", Cue::lack},
    {"lacking", Cue::lack},
    {"absence", Cue::absence},
    {"free", Cue::free},
    {"instead", Cue::instead},
    {"rather", Cue::rather},
    {"fail", Cue::fail},
    {"fails", Cue::fail},
    {"failed", Cue::fail},
    {"failing", Cue::fail},
    {"failure", Cue::fail},
    {"forgot", Cue::fail},
    {"refused", Cue::fail},
    {"unable", Cue::unable},
    {"of", Cue::of},
    {"than", Cue::than},
    {"to", Cue::to},
    {"but", Cue::but},
    {"however", Cue::clause_end},
    {"although", Cue::clause_end},
    {"though", Cue::clause_end},
    {"yet", Cue::clause_end},
    {"except", Cue::clause_end},
    {"because", Cue::clause_end},
    {"since", Cue::clause_end},
    {"which", Cue::clause_end},
    {"who", Cue::clause_end},
    {"then", Cue::clause_end},
    {"so", Cue::clause_end},
    {"and", Cue::conjunction},
    {"or", Cue::conjunction},
    {"is", Cue::be},
    {"are", Cue::be},
    {"was", Cue::be},
    {"were", Cue::be},
    {"been", Cue::be},
    {"am", Cue::be},
    {"i", Cue::subject},
    {"we", Cue::subject},
    {"you", Cue::subject},
    {"they", Cue::subject},
    {"he", Cue::subject},
    {"she", Cue::subject},
    {"it", Cue::subject},
    {"there", Cue::subject},
    {"happen", Cue::happen},
    {"happens", Cue::happen},
    {"happened", Cue::happen},
    {"came", Cue::happen},
    {"existed", Cue::happen},
    {"materialised", Cue::happen},
    {"materialized", Cue::happen},
    {"done", Cue::done},
    {"made", Cue::done},
    {"met", Cue::done},
    {"found", Cue::done},
    {"held", Cue::done},
    {"set", Cue::done},
    {"known", Cue::done},
    {"clear", Cue::done},
    {"ready", Cue::done},
    {"available", Cue::done},
    {"possible", Cue::done},
    {"only", Cue::only},
    {"just", Cue::only},
    {"merely", Cue::only},
    {"simply", Cue::only},
    {"solely", Cue::only},
    {"doubt", Cue::doubt},
    {"problem", Cue::doubt},
    {"question", Cue::doubt},
    {"matter", Cue::doubt},
    {"later", Cue::doubt},
    {"until", Cue::until},
    {"hesitation", Cue::hesitation},
    {"hesitating", Cue::hesitation},
    {"delay", Cue::hesitation},
    {"would", Cue::would},
    {"could", Cue::would},
    {"maybe", Cue::maybe},
    {"perhaps", Cue::maybe},
    {"probably", Cue::maybe},
    {"possibly", Cue::maybe},
    {"might", Cue::maybe},
    {"hopefully", Cue::maybe},
    {"presumably", Cue::maybe},
    {"guess", Cue::guess},
    {"suppose", Cue::guess},
    {"imagine", Cue::guess},
    {"kind", Cue::kind},
    {"sort", Cue::kind},
    {"something", Cue::something},
    {"like", Cue::like},
    {"sure", Cue::sure},
    {"what", Cue::ask},
    {"when", Cue::ask},
    {"where", Cue::ask},
    {"why", Cue::ask},
    {"how", Cue::ask},
    {"do", Cue::ask_verb},
    {"does", Cue::ask_verb},
    {"did", Cue::ask_verb},
    {"can", Cue::ask_verb},
    {"should", Cue::ask_verb},
    {"will", Cue::ask_verb},
    {"have", Cue::ask_verb},
    {"has", Cue::ask_verb},
};

constexpr auto cues =
    sorted(cue_rows, [](Row const& a, Row const& b) { return a.first < b.first; });

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

Cue cue_of(std::string_view folded) {
  auto const* found =
      std::lower_bound(cues.begin(), cues.end(), folded,
                       [](Row const& row, std::string_view wanted) { return row.first < wanted; });
  return found != cues.end() && found->first == folded ? found->second : Cue::none;
}

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
