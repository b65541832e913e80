// Which tokens are negated, hedged or hypothetical. Private to the room: use read().
#pragma once

#include "text/reading.hpp"

namespace curveball::text {

// Sets Token::negator and Token::negated. A negation reaches the next 6 tokens of its sentence, and
// no further than a word that begins another clause, or a comma with a subject behind it.
void mark_negation(Reading& reading);

// Sets Token::hedged and Token::conditional: the next 8 tokens of the clause; a hedge that ends the
// clause ("..., I guess") reaches 8 back.
void mark_hedging(Reading& reading);

}  // namespace curveball::text
