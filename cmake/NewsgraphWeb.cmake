# The page for the browser: web/ bundled into one file by npm's tools, which needs Node.js and, the first time,
# the npm registry. NEWSGRAPH_WEB says what happens where they are missing.

set(NEWSGRAPH_WEB AUTO CACHE STRING "Build the page for the browser: AUTO (if Node.js and its packages are there), ON, OFF")
set_property(CACHE NEWSGRAPH_WEB PROPERTY STRINGS AUTO ON OFF)
set(NEWSGRAPH_WEB_FOLDER ${PROJECT_BINARY_DIR}/web CACHE INTERNAL "where the page is built")

# Sets `result` to what is missing for the page, or to nothing.
function(newsgraph_find_node result)
  find_program(NEWSGRAPH_NODE node)
  find_program(NEWSGRAPH_NPM npm)
  if(NOT NEWSGRAPH_NODE OR NOT NEWSGRAPH_NPM)
    set(${result} "Node.js and npm were not found" PARENT_SCOPE)
    return()
  endif()
  execute_process(COMMAND ${NEWSGRAPH_NODE} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(version MATCHES "^v([0-9]+)" AND CMAKE_MATCH_1 GREATER_EQUAL 18)
    set(${result} "" PARENT_SCOPE)
  else()
    set(${result} "Node.js ${version} is too old: 18 is needed" PARENT_SCOPE)
  endif()
endfunction()

# Installs what package-lock.json names into the build folder, unless that is done. Sets `result` as above.
function(newsgraph_npm_install result)
  set(${result} "" PARENT_SCOPE)
  file(SHA256 ${PROJECT_SOURCE_DIR}/web/package-lock.json wanted)
  set(omit "")
  if(NOT NEWSGRAPH_TESTS)
    set(omit --omit=dev)
  endif()
  set(stamp ${NEWSGRAPH_WEB_FOLDER}/installed)
  if(EXISTS ${stamp})
    file(READ ${stamp} installed)
    if(installed STREQUAL "${wanted}${omit}")
      return()
    endif()
  endif()
  message(STATUS "Installing the packages of the page with npm")
  foreach(file package.json package-lock.json .npmrc)
    file(COPY ${PROJECT_SOURCE_DIR}/web/${file} DESTINATION ${NEWSGRAPH_WEB_FOLDER})
  endforeach()
  execute_process(
    COMMAND ${NEWSGRAPH_NPM} ci ${omit}
    WORKING_DIRECTORY ${NEWSGRAPH_WEB_FOLDER}
    TIMEOUT 300 RESULT_VARIABLE code OUTPUT_QUIET ERROR_VARIABLE errors)
  if(code EQUAL 0)
    file(WRITE ${stamp} "${wanted}${omit}")
  else()
    message(VERBOSE "${errors}")
    set(${result} "npm could not install the packages of web/package-lock.json (no network?)" PARENT_SCOPE)
  endif()
endfunction()

# newsgraph_page(TARGET): builds the page and puts it into TARGET, the formats. Sets NEWSGRAPH_HAVE_PAGE for the tests.
function(newsgraph_page target)
  set(missing "NEWSGRAPH_WEB is OFF")
  if(NOT NEWSGRAPH_WEB STREQUAL "OFF")
    newsgraph_find_node(missing)
    if(NOT missing)
      newsgraph_npm_install(missing)
    endif()
  endif()
  if(missing)
    if(NEWSGRAPH_WEB STREQUAL "ON")
      message(FATAL_ERROR "NEWSGRAPH_WEB is ON, but ${missing}.")
    endif()
    message(NOTICE "Without the page for the browser (-o graph.html, newsgraph view): ${missing}.")
    set(NEWSGRAPH_HAVE_PAGE OFF CACHE INTERNAL "")
    return()
  endif()

  set(page ${NEWSGRAPH_WEB_FOLDER}/page.html)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web/src/*)
  add_custom_command(
    OUTPUT ${page}
    COMMAND ${NEWSGRAPH_NODE} ${PROJECT_SOURCE_DIR}/web/build.mjs ${NEWSGRAPH_WEB_FOLDER} ${page}
    DEPENDS ${sources} ${PROJECT_SOURCE_DIR}/web/build.mjs ${PROJECT_SOURCE_DIR}/web/tsconfig.json
            ${NEWSGRAPH_WEB_FOLDER}/installed
    COMMENT "Bundling the page"
    VERBATIM)
  newsgraph_embed(${target} newsgraph_page ${page})
  set_source_files_properties(html/html.cpp html/html_template.cpp PROPERTIES COMPILE_DEFINITIONS NEWSGRAPH_HAVE_PAGE)
  set(NEWSGRAPH_HAVE_PAGE ON CACHE INTERNAL "")
endfunction()
