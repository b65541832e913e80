#include "text/manner.hpp"

#include "text/phrase.hpp"

namespace curveball::text {
namespace {

constexpr std::string_view hedges[] = {
    "maybe|perhaps|probably|possibly|presumably|hopefully|somewhat|might",
    "i guess|suppose|think|believe|imagine|assume",
    "i would say|think|guess",
    "i am not ?really|entirely|totally sure",
    "i feel like",
    "^ not sure",
    "kind|sort of DID|ING|ADV|like",
    "i|we|was|were|is|are|it|they|just kind|sort of",
    "something like",
    "or something|so|whatever",
    "more or less",
    "a bit",
    "to some extent|degree",
};

constexpr std::string_view fillers[] = {
    "um|umm|uh|uhm|er|erm|hmm|mm|ehm",
    ", you know",
    "^ you know ,",
    "you know $",
    "you know ,",
    "i mean",
    "basically|literally|obviously|honestly|essentially",
    ", like",
    "^ like",
    "was|were|is|i|we|he|she|they like ,",
    "at the end of the day",
    "and stuff|things",
    "and so on ?and|so|on",
    "stuff|things like that",
    "or|and whatever",
    "to be honest",
    "^ okay|ok|right|alright|well|yeah|so ,",
    ", right $",
};

constexpr std::string_view requests[] = {
    "please",
    "i|we ?ADV|would|will|have|also|then asked|ask|asking|request|requested|invite|invited|beg",
    "i|we ?ADV|would|will need|needed|want|wanted you|him|her|them|everyone|somebody|someone to|by",
    "i|we ?ADV|would|will need|needed|want|wanted the|our|my|your|their|a ANY to|by",
    "i|we ?ADV|would|will need|needed|want|wanted the|our|my|your|their|a ANY ANY to|by",
    "let me know",
    "get back to me|us",
};

constexpr std::string_view own[] = {"i ?ADV|have DID"};
constexpr std::string_view shared[] = {"we ?ADV|have DID"};

std::uint32_t count_in(PhraseFinder const& phrases, std::span<std::string_view const> wordings) {
  return static_cast<std::uint32_t>(phrases.count(wordings));
}

}  // namespace

Manner manner_of(Reading const& reading, std::span<StarPart const> parts) {
  Manner manner;
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    Sentence const& sentence = reading.sentences[i];
    PhraseFinder const phrases(reading, sentence);
    manner.hedges += count_in(phrases, hedges);
    manner.fillers += count_in(phrases, fillers);
    if (sentence.is_question || count_in(phrases, requests) > 0) ++manner.asks;
    if (parts[i] != StarPart::action) continue;
    manner.own_actions += count_in(phrases, own);
    manner.shared_actions += count_in(phrases, shared);
  }
  return manner;
}

}  // namespace curveball::text
