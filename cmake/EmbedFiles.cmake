# curveball_embed(TARGET FUNCTION ROOT folder DEPENDS files...)
# Links every file below ROOT into TARGET. FUNCTION is the qualified name of the accessor to define:
#   std::span<curveball::EmbeddedFile const> FUNCTION();   (see base/embedded.hpp)
# The folder is listed when the build runs, so ROOT may itself be built; DEPENDS says when to list anew.
function(curveball_embed target function)
  cmake_parse_arguments(ARG "" "ROOT" "DEPENDS" ${ARGN})
  string(REPLACE "::" "_" stem "${function}")
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embed_${stem}")
  add_custom_command(
    OUTPUT "${out}.S" "${out}.cpp"
    COMMAND ${CMAKE_COMMAND} -DROOT=${ARG_ROOT} -DFUNCTION=${function} -DSTEM=${stem} -DOUT=${out}
            -P ${CMAKE_SOURCE_DIR}/cmake/WriteEmbedded.cmake
    DEPENDS ${ARG_DEPENDS} "${CMAKE_SOURCE_DIR}/cmake/WriteEmbedded.cmake"
    VERBATIM COMMENT "Embedding ${ARG_ROOT}")
  target_sources(${target} PRIVATE "${out}.S" "${out}.cpp")
endfunction()
