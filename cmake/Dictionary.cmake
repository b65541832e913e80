# Links the English word list into TARGET as the one file of FUNCTION; see EmbedFiles.cmake.
#   curveball_dictionary(TARGET FUNCTION TRADE_WORDS file)
function(curveball_dictionary target function)
  cmake_parse_arguments(ARG "" "TRADE_WORDS" "" ${ARGN})
  find_file(CURVEBALL_WORD_LIST american-english PATHS /usr/share/dict
            DOC "English words, one a line (Debian package wamerican)")
  if(NOT CURVEBALL_WORD_LIST)
    message(FATAL_ERROR "The English word list is missing: install the package wamerican, "
                        "or set CURVEBALL_WORD_LIST to its file american-english.")
  endif()
  file(SHA256 "${CURVEBALL_WORD_LIST}" digest)
  if(NOT digest STREQUAL "9f513f1ceadb6a01c5485b7dbdfd5118dc66cd70b59cae2851292112d4066a32")
    message(WARNING "${CURVEBALL_WORD_LIST} is not the English word list of Debian 12 (wamerican "
                    "2020.12.07): this build may read slips of the keyboard otherwise than others.")
  endif()
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/dictionary")
  add_custom_command(
    OUTPUT "${folder}/words.txt"
    COMMAND ${CMAKE_COMMAND} -DWORD_LIST=${CURVEBALL_WORD_LIST} -DTRADE_WORDS=${ARG_TRADE_WORDS}
            -DOUT=${folder}/words.txt -P ${CMAKE_SOURCE_DIR}/cmake/WriteDictionary.cmake
    DEPENDS "${CURVEBALL_WORD_LIST}" "${ARG_TRADE_WORDS}" "${CMAKE_SOURCE_DIR}/cmake/WriteDictionary.cmake"
    VERBATIM COMMENT "Sorting the English word list")
  curveball_embed(${target} ${function} ROOT "${folder}" DEPENDS "${folder}/words.txt")
endfunction()
