# How every target of newsgraph is made: one place for warnings, standard, sanitizers and for the
# rule that dependencies between stages point one way only.

set(NEWSGRAPH_STAGES support knowledge documents language claims entities decisions store graph formats pipeline cli)

add_library(newsgraph_options INTERFACE)
target_compile_features(newsgraph_options INTERFACE cxx_std_20)
# No contraction of a*b+c: the same floating-point results on every CPU and compiler.
target_compile_options(newsgraph_options INTERFACE
  -ffp-contract=off -fno-math-errno
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
  # g++ 12 warns falsely inside std::string's operator+ (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # Of clang's -Wconversion only; g++ does not count it to C++'s.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>
  $<$<BOOL:${NEWSGRAPH_WERROR}>:-Werror>)
target_include_directories(newsgraph_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(NEWSGRAPH_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # A tenth less time for a tenth more memory: g++ does not look for garbage below this many KiB. And it takes sources that
  # are compiled together for headers, in which unnamed namespaces would be a mistake.
  target_compile_options(newsgraph_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:--param=ggc-min-heapsize=600000> $<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
endif()
if(NEWSGRAPH_SANITIZE)
  target_compile_options(newsgraph_options INTERFACE
    -fsanitize=${NEWSGRAPH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(newsgraph_options INTERFACE -fsanitize=${NEWSGRAPH_SANITIZE})
endif()
if(NEWSGRAPH_FUZZ)
  # Coverage for libFuzzer to steer by; its main() is linked into the fuzzer alone (fuzz/).
  target_compile_options(newsgraph_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(newsgraph_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# newsgraph_stage(NAME SOURCES file... [STAGES earlier...] [LIBRARIES library...])
# A stage of the flow as a static library. Naming a stage that is not earlier is an error.
function(newsgraph_stage name)
  cmake_parse_arguments(arg "" "" "SOURCES;STAGES;LIBRARIES" ${ARGN})
  list(FIND NEWSGRAPH_STAGES ${name} own)
  add_library(newsgraph_${name} STATIC ${arg_SOURCES})
  target_link_libraries(newsgraph_${name} PUBLIC newsgraph_options ${arg_LIBRARIES})
  if(NEWSGRAPH_PCH)
    newsgraph_precompiled(${name} ${own})
  endif()
  if(NEWSGRAPH_UNITY)
    newsgraph_unity(newsgraph_${name} ${arg_SOURCES})
  endif()
  foreach(stage IN LISTS arg_STAGES)
    list(FIND NEWSGRAPH_STAGES ${stage} other)
    if(other EQUAL -1 OR NOT other LESS own)
      message(FATAL_ERROR "${name} may not depend on ${stage}: the flow is ${NEWSGRAPH_STAGES}")
    endif()
    target_link_libraries(newsgraph_${name} PUBLIC newsgraph_${stage})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY NEWSGRAPH_STAGE_LINKS "${name}: ${arg_STAGES}")
endfunction()

# newsgraph_precompiled(STAGE PLACE)
# Precompiling takes some seconds, which three or four sources do not earn: stages use that of an earlier one.
function(newsgraph_precompiled name own)
  list(FIND NEWSGRAPH_STAGES graph graph_stage)
  if(own LESS graph_stage AND NOT name STREQUAL support)
    target_precompile_headers(newsgraph_${name} REUSE_FROM newsgraph_support)
  elseif(own GREATER graph_stage AND NOT name STREQUAL cli)
    target_precompile_headers(newsgraph_${name} REUSE_FROM newsgraph_graph)
  else()
    target_precompile_headers(newsgraph_${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.h)
    if(NOT own LESS graph_stage) # every source there reads Boost.Graph's headers, which takes a second
      target_precompile_headers(newsgraph_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src/graph/graph.h)
    endif()
    if(name STREQUAL cli)
      target_precompile_headers(newsgraph_${name} PRIVATE <fmt/format.h> <CLI/CLI.hpp>)
    endif()
  endif()
endfunction()

# newsgraph_unity(TARGET SOURCE...)
# Compiles sources together that do not mind each other (cmake/unity_groups.py): headers are read once for a dozen of them.
function(newsgraph_unity target)
  find_package(Python3 COMPONENTS Interpreter QUIET)
  list(FILTER ARGN INCLUDE REGEX "\\.cpp$")
  if(NOT Python3_FOUND OR NOT ARGN)
    return()
  endif()
  execute_process(COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/cmake/unity_groups.py ${PROJECT_SOURCE_DIR}/src ${ARGN}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE groups COMMAND_ERROR_IS_FATAL ANY)
  foreach(source group IN ZIP_LISTS ARGN groups)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP group${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS # they may mind each other tomorrow
    ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/unity_groups.py)
endfunction()

# newsgraph_embed(TARGET SYMBOL FILE)
# Puts the bytes of FILE into TARGET as `extern "C" const unsigned char SYMBOL[], SYMBOL_end[]`.
function(newsgraph_embed target symbol file)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embed.S.in ${assembly} @ONLY)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${assembly})
endfunction()

# newsgraph_test(NAME SOURCES file... STAGES stage... [LIBRARIES library...])
# One Catch2 program, its cases registered with CTest one by one.
function(newsgraph_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;STAGES;LIBRARIES" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  list(TRANSFORM arg_STAGES PREPEND newsgraph_)
  target_link_libraries(test_${name} PRIVATE newsgraph_options ${arg_STAGES} ${arg_LIBRARIES} newsgraph_catch2)
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE NEWSGRAPH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  catch_discover_tests(test_${name} TEST_PREFIX "${name}: " PROPERTIES LABELS ${name})
endfunction()
