# The software bill of materials of what is built, in SPDX 2.3 (https://spdx.github.io/spdx-spec/v2.3/):
# newsgraph.spdx.json, from packaging/dependencies.json and the versions that are found. The same sources,
# libraries and SOURCE_DATE_EPOCH give the same bytes.
include(Checksums)
find_package(PkgConfig REQUIRED)
set(NEWSGRAPH_MODEL ${PROJECT_SOURCE_DIR}/data/models/english.ngm)
set(NEWSGRAPH_MODEL_SOURCES ${PROJECT_SOURCE_DIR}/packaging/model_sources.json)
set(NEWSGRAPH_DEPENDENCIES ${PROJECT_SOURCE_DIR}/packaging/dependencies.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
  ${NEWSGRAPH_MODEL} ${NEWSGRAPH_MODEL_SOURCES} ${NEWSGRAPH_DEPENDENCIES})

function(newsgraph_utf8proc_version result)
  unset(include)
  find_path(include NAMES utf8proc.h NO_CACHE)
  set(parts)
  if(include)
    file(STRINGS "${include}/utf8proc.h" lines REGEX "define UTF8PROC_VERSION_(MAJOR|MINOR|PATCH) ")
    foreach(line IN LISTS lines)
      string(REGEX MATCH "[0-9]+$" part "${line}")
      list(APPEND parts ${part})
    endforeach()
  endif()
  list(JOIN parts . version)
  set(${result} "${version}" PARENT_SCOPE)
endfunction()

# What a library that is named like its package for find_package() or pkg-config says of its version.
function(newsgraph_version_of name result)
  if(name STREQUAL Boost)
    find_package(Boost 1.74 QUIET)
    set(version ${Boost_VERSION_STRING})
  elseif(name STREQUAL libutf8proc) # Debian's libutf8proc.pc has the number of its interface, 2.6.0 for 2.8.0
    newsgraph_utf8proc_version(version)
  elseif(name STREQUAL nanobind)
    set(version ${nanobind_VERSION}) # cmake/Nanobind.cmake
  else()
    execute_process(COMMAND ${PKG_CONFIG_EXECUTABLE} --modversion ${name}
      OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT version)
    set(version NOASSERTION)
  endif()
  set(${result} ${version} PARENT_SCOPE)
endfunction()

function(newsgraph_sbom_time result)
  set(time "1970-01-01T00:00:00Z")
  if(DEFINED ENV{SOURCE_DATE_EPOCH})
    string(TIMESTAMP time "%Y-%m-%dT%H:%M:%SZ" UTC)
  endif()
  set(${result} ${time} PARENT_SCOPE)
endfunction()

# One package of the document; `more` is further members of the object.
function(newsgraph_sbom_package id name version licence location more)
  set(package "{
    \"SPDXID\": \"SPDXRef-${id}\",
    \"name\": \"${name}\",
    \"versionInfo\": \"${version}\",
    \"downloadLocation\": \"${location}\",
    \"filesAnalyzed\": false,
    \"licenseConcluded\": \"${licence}\",
    \"licenseDeclared\": \"${licence}\",
    \"copyrightText\": \"NOASSERTION\"${more}
  }")
  set(packages ${packages} "${package}" PARENT_SCOPE)
endfunction()

function(newsgraph_sbom_relation from type to)
  set(relations ${relations}
    "{\"spdxElementId\": \"SPDXRef-${from}\", \"relationshipType\": \"${type}\", \"relatedSpdxElement\": \"SPDXRef-${to}\"}"
    PARENT_SCOPE)
endfunction()

# The members of an object of a JSON array as variables.
macro(newsgraph_sbom_read array index)
  foreach(field ${ARGN})
    string(JSON ${field} GET "${${array}}" ${index} ${field})
  endforeach()
endmacro()

# newsgraph_sbom_checksum(RESULT [ALGORITHM CHECKSUM]): the member of a package; without a checksum there is none.
function(newsgraph_sbom_checksum result)
  set(${result} "" PARENT_SCOPE)
  if(ARGC GREATER 1)
    set(${result} ",\n    \"checksums\": [{\"algorithm\": \"${ARGV1}\", \"checksumValue\": \"${ARGV2}\"}]" PARENT_SCOPE)
  endif()
endfunction()

# The language model, with its checksum, and what it was made from.
macro(newsgraph_sbom_model)
  file(SHA256 ${NEWSGRAPH_MODEL} sum)
  newsgraph_sbom_checksum(more SHA256 ${sum})
  newsgraph_sbom_package(english-model "newsgraph English language model" ${PROJECT_VERSION} CC-BY-SA-4.0 NOASSERTION "${more}")
  newsgraph_sbom_relation(newsgraph CONTAINS english-model)
  file(READ ${NEWSGRAPH_MODEL_SOURCES} sources)
  string(JSON count LENGTH "${sources}")
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    newsgraph_sbom_read(sources ${i} name version licence homepage source algorithm checksum why)
    newsgraph_sbom_checksum(more ${algorithm} ${checksum})
    string(REGEX REPLACE "[^A-Za-z0-9.-]+" "-" id "${name}")
    newsgraph_sbom_package(${id} "${name}" "${version}" "${licence}" "${source}"
      ",\n    \"homepage\": \"${homepage}\",\n    \"comment\": \"${why}\"${more}")
    newsgraph_sbom_relation(english-model GENERATED_FROM ${id})
  endforeach()
endmacro()

# newsgraph_dependency_sum(JSON INDEX RESULT): algorithm and checksum of a dependency: of the package from npm that the page
# is bundled from, of the library's file, or of the headers that are compiled in.
function(newsgraph_dependency_sum json index result)
  foreach(field algorithm checksum library headers)
    string(JSON ${field} ERROR_VARIABLE absent GET "${json}" ${index} ${field})
  endforeach()
  if(NOT checksum)
    set(algorithm SHA256)
    if(library)
      newsgraph_library_sum(${library} checksum)
    else()
      newsgraph_headers_sum(${headers} checksum)
    endif()
  endif()
  set(${result} PARENT_SCOPE)
  if(checksum)
    set(${result} ${algorithm} ${checksum} PARENT_SCOPE)
  endif()
endfunction()

# newsgraph_found_dependencies(): those of packaging/dependencies.json that this build has, as the list NEWSGRAPH_FOUND of
# numbers, with NEWSGRAPH_FOUND_VERSION_<number> and NEWSGRAPH_FOUND_SUM_<number>, a list of algorithm and checksum.
function(newsgraph_found_dependencies)
  file(READ ${NEWSGRAPH_DEPENDENCIES} dependencies)
  string(JSON count LENGTH "${dependencies}")
  math(EXPR last "${count} - 1")
  set(found)
  foreach(i RANGE ${last})
    newsgraph_sbom_read(dependencies ${i} version version_from)
    string(JSON needs ERROR_VARIABLE absent GET "${dependencies}" ${i} needs)
    if(needs AND NOT ${needs})
      continue()
    endif()
    if(NOT version_from STREQUAL npm)
      newsgraph_version_of(${version_from} version)
    endif()
    list(APPEND found ${i})
    set(NEWSGRAPH_FOUND_VERSION_${i} "${version}" PARENT_SCOPE)
    newsgraph_dependency_sum("${dependencies}" ${i} sum)
    set(NEWSGRAPH_FOUND_SUM_${i} "${sum}" PARENT_SCOPE)
  endforeach()
  set(NEWSGRAPH_FOUND ${found} PARENT_SCOPE)
endfunction()

# newsgraph_built_with(FILE): a C++ header with what `newsgraph --version` says of libraries and model.
function(newsgraph_built_with file)
  newsgraph_found_dependencies()
  file(READ ${NEWSGRAPH_DEPENDENCIES} dependencies)
  set(libraries)
  foreach(i IN LISTS NEWSGRAPH_FOUND)
    newsgraph_sbom_read(dependencies ${i} name licence homepage)
    string(APPEND libraries "${name} ${NEWSGRAPH_FOUND_VERSION_${i}}, ${licence}, ${homepage}")
    if(NEWSGRAPH_FOUND_SUM_${i})
      list(JOIN NEWSGRAPH_FOUND_SUM_${i} " " sum)
      string(APPEND libraries ", ${sum}")
    endif()
    string(APPEND libraries "\n")
  endforeach()
  file(SHA256 ${NEWSGRAPH_MODEL} sum)
  file(READ ${NEWSGRAPH_MODEL_SOURCES} json)
  string(JSON count LENGTH "${json}")
  math(EXPR last "${count} - 1")
  set(sources)
  foreach(i RANGE ${last})
    newsgraph_sbom_read(json ${i} name licence source algorithm checksum)
    string(APPEND sources "made from: ${name}, ${licence}, ${source}, ${algorithm} ${checksum}\n")
  endforeach()
  file(CONFIGURE OUTPUT ${file} @ONLY CONTENT [[// Written by cmake/Sbom.cmake from packaging/*.json and what was found.
#pragma once

namespace newsgraph::cli {

inline constexpr char kLibraries[] = R"text(@libraries@)text";
inline constexpr char kBuiltInModel[] = R"text(SHA256: @sum@
@sources@)text";

}  // namespace newsgraph::cli
]])
endfunction()

# newsgraph_sbom(FILE): writes the document while the build is configured.
function(newsgraph_sbom file)
  set(packages)
  set(relations)
  newsgraph_sbom_package(newsgraph newsgraph ${PROJECT_VERSION} Apache-2.0 NOASSERTION "")
  newsgraph_sbom_relation(DOCUMENT DESCRIBES newsgraph)
  newsgraph_sbom_model()

  newsgraph_found_dependencies()
  file(READ ${NEWSGRAPH_DEPENDENCIES} dependencies)
  foreach(i IN LISTS NEWSGRAPH_FOUND)
    newsgraph_sbom_read(dependencies ${i} name licence homepage link)
    string(REGEX REPLACE "[^A-Za-z0-9.-]+" "-" id "${name}")
    newsgraph_sbom_checksum(more ${NEWSGRAPH_FOUND_SUM_${i}})
    newsgraph_sbom_package(${id} "${name}" "${NEWSGRAPH_FOUND_VERSION_${i}}" "${licence}" "${homepage}" "${more}")
    if(link STREQUAL shared)
      newsgraph_sbom_relation(newsgraph DYNAMIC_LINK ${id})
    else()
      newsgraph_sbom_relation(newsgraph CONTAINS ${id})
    endif()
  endforeach()

  list(JOIN packages ",\n  " packages)
  list(JOIN relations ",\n    " relations)
  string(SHA256 content "${packages}${relations}")
  newsgraph_sbom_time(time)
  file(CONFIGURE OUTPUT ${file} @ONLY CONTENT [[{
  "spdxVersion": "SPDX-2.3",
  "dataLicense": "CC0-1.0",
  "SPDXID": "SPDXRef-DOCUMENT",
  "name": "newsgraph-@PROJECT_VERSION@",
  "documentNamespace": "https://spdx.org/spdxdocs/newsgraph-@PROJECT_VERSION@-@content@",
  "creationInfo": {"created": "@time@", "creators": ["Tool: newsgraph-build-@PROJECT_VERSION@"]},
  "packages": [@packages@],
  "relationships": [
    @relations@
  ]
}
]])
endfunction()
