# Builds the web client with Node into web/dist, or takes one built elsewhere.
# Sets CURVEBALL_WEB_DIST (the folder) and CURVEBALL_WEB_STAMP (what to depend on).
if(CURVEBALL_WEB_PREBUILT)
  set(CURVEBALL_WEB_DIST "${CURVEBALL_WEB_PREBUILT}")
  set(CURVEBALL_WEB_STAMP "${CURVEBALL_WEB_PREBUILT}/index.html")
  return()
endif()

find_program(NPM npm REQUIRED)
find_program(NODE node REQUIRED)
set(web "${CMAKE_SOURCE_DIR}/web")
set(CURVEBALL_WEB_DIST "${web}/dist")
set(CURVEBALL_WEB_STAMP "${CMAKE_BINARY_DIR}/web.stamp")
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS "${web}/src/*")

# The lock file alone decides what is installed; --ignore-scripts runs nothing that a package brings.
add_custom_command(
  OUTPUT "${CMAKE_BINARY_DIR}/npm.stamp"
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch "${CMAKE_BINARY_DIR}/npm.stamp"
  DEPENDS "${web}/package-lock.json"
  WORKING_DIRECTORY "${web}" VERBATIM COMMENT "Installing the web client's build tools")
add_custom_command(
  OUTPUT "${CURVEBALL_WEB_STAMP}"
  COMMAND ${NODE} build.mjs
  COMMAND ${CMAKE_COMMAND} -E touch "${CURVEBALL_WEB_STAMP}"
  DEPENDS "${CMAKE_BINARY_DIR}/npm.stamp" "${web}/build.mjs" "${web}/index.html" ${web_sources}
  WORKING_DIRECTORY "${web}" VERBATIM COMMENT "Building the web client")
