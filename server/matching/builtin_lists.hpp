// What the built-in word lists find, as patterns. Private to the room: use builtin.hpp.
#pragma once

#include <string_view>

namespace curveball::matching::lists {

// --- Quantities
// -----------------------------------------------------------------------------------

inline constexpr std::string_view num[] = {
    "=two | =three | =four | =five | =six | =seven | =eight | =nine | =ten | =eleven | =twelve",
    "=thirteen | =fourteen | =fifteen | =sixteen | =seventeen | =eighteen | =nineteen | =twenty",
    "=thirty | =forty | =fifty | =sixty | =seventy | =eighty | =ninety | =hundred | =thousand",
    "=million | =billion | =dozen | =half",
    "[=a =third|=fifth|=tenth =of] | [two =thirds|=fifths] | [three =quarters|=fifths]",
};
inline constexpr std::string_view percent[] = {
    "[@num percent|percentage|pct]",
    "[@num per cent]",
};
inline constexpr std::string_view money[] = {
    "[@num dollar|euro|pound|yen|usd|eur|gbp|buck]",
    "[@num k|m|thousand|million|billion dollar|euro|pound|yen|usd|eur|gbp|buck]",
};
inline constexpr std::string_view duration[] = {
    ("[@num ms|millisecond|second|sec|secs|minute|min|mins|hour|hr|hrs|day|week|month|quarter"
     "|sprint|year] unless~1 =old"),
    "[=a|=an|one millisecond|second|minute|hour|day|week|month|quarter|sprint|year]",
};
inline constexpr std::string_view multiple[] = {
    "=doubled | =tripled | =quadrupled | =halved | =twofold | =threefold | =tenfold",
    "[=twice =as|=the]",
    "[@num =times =as|=more|=fewer|=faster|=higher|=lower|=less|=cheaper|=bigger|=smaller]",
    "[cut|split =in =half] | =2x | =3x | =4x | =5x | =6x | =8x | =10x | =20x | =50x | =100x",
};
// A change of a figure: to where, by how much, or how many times over.
inline constexpr std::string_view delta[] = {
    "[=from @num =to|=down|=up @num]~4",
    "[=by @percent|@money|@duration|@multiple] | [=by @num =points|=times|=x|=percentage]",
    "[=by =half] | [=by =a =third|=quarter|=fifth|=tenth]",
    ("[=cut|=reduced|=dropped|=fell|=shrank|=lowered|=grew|=rose|=increased|=improved|=raised"
     "|=climbed|=gained|=jumped|=lifted|=went|=brought|=declined =by|=to|=from @num]~6"),
    ("[=cut|=reduced|=dropped|=fell|=shrank|=lowered|=grew|=rose|=increased|=improved|=saved"
     "|=shaved|=gained|=lost @percent|@money|@duration]~5"),
    "[@num =fewer|=less|=faster|=slower|=higher|=lower|=cheaper] | [@percent =more|=longer]",
    "[=down|=plus|=minus @percent|@money] | [=down =from|=to @num]~1 | [=up =from|=by @num]~1",
    "@multiple",
};
inline constexpr std::string_view baseline[] = {
    "baseline | [compared|relative =to|=with] | =versus | =vs | [=where =it =was]",
    "[=from @num =to|=down|=up @num]~4 | [=down|=up|=instead|=against =from|=of @num]~1",
    "[=used =to =be|=take|=cost|=have @num]~3 | [=was @num =before]~2",
};

// --- What was done and what came of it -----------------------------------------------------------

// What somebody did, in the past tense.
inline constexpr std::string_view did[] = {
    ("=asked | =told | =called | =rang | =wrote | =sent | =met | =spoke | =talked | =explained"
     "| =showed | =presented | =shared | =published | =posted | =announced | =emailed | =invited"),
    ("=proposed | =suggested | =recommended | =offered | =decided | =chose | =picked | =agreed"
     "| =committed | =promised | =refused | =declined | =rejected | =accepted | =approved "
     "| =signed"),
    ("=built | =made | =created | =designed | =drew | =drafted | =prototyped | =implemented "
     "| =added| =removed | =replaced | =changed | =fixed | =rewrote | =automated | =introduced "
     "| =started"),
    ("=ran | =led | =organised | =organized | =set | =scheduled | =coordinated | =facilitated"
     "| =planned | =prioritised | =prioritized | =sequenced | =split | =scoped | =cut | =dropped"),
    ("=stopped | =paused | =cancelled | =canceled | =postponed | =delayed | =moved | =shipped"
     "| =launched | =released | =delivered | =rolled | =deployed | =migrated | =tested "
     "| =piloted"),
    ("=measured | =tracked | =analysed | =analyzed | =interviewed | =surveyed | =checked "
     "| =reviewed| =audited | =compared | =counted | =mapped | =listed | =documented "
     "| =collected | =gathered"),
    ("=found | =identified | =traced | =investigated | =read | =listened | =watched | =visited"
     "| =negotiated | =convinced | =persuaded | =escalated | =raised | =flagged | =pushed "
     "| =brought"),
    ("=took | =gave | =put | =assigned | =delegated | =hired | =coached | =mentored | =trained"
     "| =helped | =supported | =worked | =sat | =went | =came | =apologised | =apologized "
     "| =admitted"),
    ("=challenged | =insisted | =clarified | =aligned | =defined | =established | =formed "
     "| =kept| =reduced | =improved | =increased | =solved | =resolved | =used | =tried "
     "| =turned | =closed"),
};
inline constexpr std::string_view i_did[] = {"[=i @did]~1"};
inline constexpr std::string_view result_cue[] = {
    ("[=as =a =result] | result | outcome | [=in =the =end] | [=at =the =end] | eventually"
     "| ultimately | consequently | [=led =to] | [=resulted =in] | [=ended =up] | [=paid =off]"),
    "[=so =we|=i|=they =now] | [=since =then] | [=ever =since] | [=which =meant] | [=we|=i =got]",
    ("=dropped | =fell | =rose | =grew | =increased | =decreased | =declined | =improved "
     "| =reduced| =cut | =saved | =gained | =lost | =kept | =recovered | =prevented | =avoided "
     "| =retained"),
    ("=shipped | =launched | =released | =delivered | =landed | =closed | =signed | =renewed"
     "| =adopted | [=went =live] | [=on =time|=schedule|=budget] | =finished | =completed"),
    "=hit | =reached | =beat | =exceeded | =missed | =stayed | =cost | =brought",
};
inline constexpr std::string_view quantified_result[] = {
    "@delta",
    "{@result_cue @percent|@money|@duration|@num}~8",
};
inline constexpr std::string_view reflection[] = {
    "[=i|=we =learned|=learnt|=learn]~2 | lesson | [=in =hindsight|=retrospect] | [looking =back]",
    "[=next =time] | [=do|=done|=did =it|=that|=this =differently]~1 | [=i|=we should have]",
    ("[=what =i =took|=take|=learned|=learnt] | takeaway | [=since =then =i]~1 "
     "| [=ever =since =i]~1"),
    "[=i =now|=today =always|=ask|=check|=start|=write|=make|=insist]~1 | [my mistake]",
};

// --- What strong answers have --------------------------------------------------------------------

inline constexpr std::string_view option[] = {
    "option | alternative | scenario | =possibility | =possibilities | variant",
    "[two|three|four|several way|path|choice|route]~1 | [two|three|four =things =we|=i|=you could]",
    "[one|another|other|second way|path|choice|route] | [plan|path|route|variant =A|=B|=C]",
    "[=either =or]~12 | {=we|=you could =or}~12",
};
inline constexpr std::string_view recommend[] = {
    "[=i recommend|suggest|propose|advise|favour|favor|prefer]~2 | [=i =go|=went|=side with|for]~2",
    "[my|our recommendation|proposal|suggestion|advice|preference|pick|choice]~1",
    ("[=i pick|choose|take|do option|plan|=a|=b|=c|second|first|third]~2 | [=i should =take"
     "|=choose]~1"),
};
inline constexpr std::string_view day[] = {
    ("=monday | =tuesday | =wednesday | =thursday | =friday | =saturday | =sunday | =tomorrow"
     "| =tonight | =today | =noon | =midday | =midnight | =eod | =eow | =lunchtime | =christmas"),
    ("=january | =february | =March | =april | =May | =june | =july | =august | =september"
     "| =october | =november | =december | =Q1 | =Q2 | =Q3 | =Q4"),
    ("[=end =of =the|=this|=next =day|=week|=month|=quarter|=year|=sprint] | [=end =of =day"
     "|=week|=month|=quarter|=year|=sprint] | [=this|=next =week|=month|=quarter|=sprint] "
     "| [=close =of business|play]"),
    ("=1st | =2nd | =3rd | =4th | =5th | =6th | =7th | =8th | =9th | =10th | =11th | =12th "
     "| =13th| =14th | =15th | =16th | =17th | =18th | =19th | =20th | =21st | =22nd | =23rd "
     "| =24th| =25th | =26th | =27th | =28th | =29th | =30th | =31st"),
};
inline constexpr std::string_view deadline[] = {
    "deadline | [due date|by] | [cut-off date|time] | cutoff",
    ("[=by|=before|=until|=till @day]~2 | [=no =later =than] | [=at =the =latest] | [=latest =by"
     "|=on]"),
    "[=within @duration] | [=within =the =hour|=day|=week]",
};
inline constexpr std::string_view decide_by[] = {
    ("{decide|decision|choose|choice|pick|answer|approve|approval|confirm|call|agree|go/no-go"
     "|yes|sign-off @deadline}~7"),
    "{decide|decision|choose|pick|approve @day}~4",
};
inline constexpr std::string_view tradeoff[] = {
    "trade-off | [trade|trading|traded off|against|for]~1 | [=at =the cost|expense|price =of]",
    "[=in exchange|return =for] | [=the =downside|=drawback|=price|=catch =is|=was|=of]",
    "[=i|=we|=you give|gave =up]~1 | sacrifice | [=buys|=bought =us] | [=worth =the|=it]",
    "{gain|win|save lose|lost|cost|miss}~8 | [=faster|=cheaper|=safer|=earlier =but]~3",
};
inline constexpr std::string_view cost_accepted[] = {
    ("{accept|absorb|tolerate|[live with]|swallow|bear cost|risk|delay|slip|loss|debt|rework|hit"
     "|penalty|downside|gap}~6"),
    "[=it|=this|=that|=which cost|costs us|me|about|roughly|@num|@money|@duration]~1",
    "[we|i|they|you lose|loses|lost|pay|forgo|forego|miss @num|@money|@percent|@duration]~4",
    "[=what =it =costs|=cost] | [=the =price =is|=was]",
};
inline constexpr std::string_view mechanism[] = {
    ("[add|introduce|create|establish|automate|build|built|write|wrote|install|define|publish"
     "|start|set|put|make|made checklist|runbook|playbook|template|dashboard|alert|gate"
     "|guardrail|rule|policy|ritual|cadence|rotation|rota|register|monitor]~5"),
    "[automated|weekly|monthly|daily|standing check|test|review|sync|forum|meeting]~1",
    "[=from =then|=now|=here =on] | [=since =then =every|=each|=we]~2",
    "[=every|=each week|month|quarter|release|sprint|launch|incident =since|=now]~3",
    "[=ever =since =we|=every|=each]~1 | [=now =every|=each|=any] | [decision log]",
    "{never|not again happen|repeat|occur}~6 | [=made|=make =it =a rule|habit|standard]",
};
inline constexpr std::string_view owner[] = {
    "owner | =accountable | =DRI | [directly responsible] | [point =of contact]",
    "[=single|=named|=clear person|name|engineer|lead]~1 | [=who =owns|=owned]",
    "[assign =it|=this|=that|=each =to|=a]~2 | [hand|handed =it|=this|=that =to]",
    "[=name|=names =on|=against|=next]~1 | [=owns|=owned =the|=it|=this|=that|=each]",
};

}  // namespace curveball::matching::lists
