# cmake -DROOT=<server folder> -DGRAPH=<file of curveball_write_layers> -P CheckLayers.cmake
# Fails with one line for each #include in ROOT that the graph does not allow.
cmake_minimum_required(VERSION 3.25)

# What every room may include of the standard library. No clock, I/O, thread or randomness is in it.
set(pure_headers algorithm array bit cassert cctype charconv climits compare concepts cstddef cstdint cstring
  deque functional initializer_list iterator limits map memory numeric optional set span stdexcept
  string string_view tuple type_traits unordered_map unordered_set utility variant vector version)

set(faults "")
file(STRINGS "${GRAPH}" layers)
foreach(layer IN LISTS layers)
  string(REGEX MATCH "^([a-z]+)\\|([^|]*)\\|([^|]*)$" matched "${layer}")
  set(room "${CMAKE_MATCH_1}")
  string(REPLACE "," ";" uses "${CMAKE_MATCH_2}")
  string(REPLACE "," ";" external "${CMAKE_MATCH_3}")
  file(GLOB files "${ROOT}/${room}/*.hpp" "${ROOT}/${room}/*.cpp")
  foreach(file IN LISTS files)
    file(STRINGS "${file}" includes REGEX "^[ \t]*#[ \t]*include")
    foreach(include IN LISTS includes)
      if(include MATCHES "\"([a-z_]+)/")
        set(target "${CMAKE_MATCH_1}")
        if(NOT target STREQUAL room AND NOT target IN_LIST uses)
          string(APPEND faults "${file}: ${include}: room '${room}' may not use '${target}'\n")
        endif()
      elseif(include MATCHES "<([^/>.]+)[^>]*>")
        set(target "${CMAKE_MATCH_1}")
        if(NOT target IN_LIST pure_headers AND NOT target IN_LIST external)
          string(APPEND faults "${file}: ${include}: room '${room}' may not include <${target}>\n")
        endif()
      else()
        string(APPEND faults "${file}: ${include}: write \"room/file.hpp\" or <header>\n")
      endif()
    endforeach()
  endforeach()
endforeach()
if(faults)
  message(FATAL_ERROR "Includes that the module graph (server/CMakeLists.txt) does not allow:\n${faults}")
endif()
