# curveball_module(NAME USES rooms... EXTERNAL headers... LINKS targets...)
# Declares one room of server/: a library of every .cpp in its folder (an interface library while it
# has none). USES is both what it may link and what it may include; EXTERNAL lists the first path
# part of each header from outside that the room may include. tests: ctest -R layers.
set_property(GLOBAL PROPERTY CURVEBALL_LAYERS "")

function(curveball_module name)
  cmake_parse_arguments(ARG "" "" "USES;EXTERNAL;LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/server/${name}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(TRANSFORM ARG_USES PREPEND "curveball_" OUTPUT_VARIABLE rooms)
  if(sources)
    add_library(curveball_${name} STATIC ${sources})
    target_include_directories(curveball_${name} PUBLIC "${CMAKE_SOURCE_DIR}/server")
    target_link_libraries(curveball_${name} PUBLIC ${rooms} ${ARG_LINKS} curveball_sanitizers
                          PRIVATE curveball_warnings)
  else()
    add_library(curveball_${name} INTERFACE)
    target_include_directories(curveball_${name} INTERFACE "${CMAKE_SOURCE_DIR}/server")
    target_link_libraries(curveball_${name} INTERFACE ${rooms} ${ARG_LINKS} curveball_sanitizers)
  endif()
  string(REPLACE ";" "," uses "${ARG_USES}")
  string(REPLACE ";" "," external "${ARG_EXTERNAL}")
  set_property(GLOBAL APPEND PROPERTY CURVEBALL_LAYERS "${name}|${uses}|${external}")
endfunction()

# Writes the declared graph to `path`, one "room|uses|external" a line, for CheckLayers.cmake.
function(curveball_write_layers path)
  get_property(layers GLOBAL PROPERTY CURVEBALL_LAYERS)
  string(REPLACE ";" "\n" lines "${layers}")
  file(WRITE "${path}" "${lines}\n")
endfunction()
