# Writes OUT: the words of WORD_LIST and of TRADE_WORDS that are all letters a-z, three or more, in
# lower case and in order of bytes, a word a line.
set(words "")
foreach(list IN ITEMS "${WORD_LIST}" "${TRADE_WORDS}")
  file(STRINGS "${list}" lines REGEX "^[A-Za-z][A-Za-z][A-Za-z]+$")
  list(APPEND words ${lines})
endforeach()
string(TOLOWER "${words}" words)
list(REMOVE_DUPLICATES words)
list(SORT words)
list(JOIN words "\n" text)
file(WRITE "${OUT}" "${text}\n")
