# The software bill of materials of what is built, in SPDX 2.3 (https://spdx.github.io/spdx-spec/v2.3/):
# newsgraph.spdx.json, from packaging/dependencies.json and the versions that are found. The same sources,
# libraries and SOURCE_DATE_EPOCH give the same bytes.
find_package(PkgConfig REQUIRED)

# What a library that is named like its package for find_package() or pkg-config says of its version.
function(newsgraph_version_of name result)
  if(name STREQUAL Boost)
    find_package(Boost 1.74 QUIET)
    set(version ${Boost_VERSION_STRING})
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

# newsgraph_sbom(FILE): writes the document while the build is configured.
function(newsgraph_sbom file)
  set(packages)
  set(relations)
  newsgraph_sbom_package(newsgraph newsgraph ${PROJECT_VERSION} Apache-2.0 NOASSERTION "")
  newsgraph_sbom_relation(DOCUMENT DESCRIBES newsgraph)

  set(model ${PROJECT_SOURCE_DIR}/data/models/english.ngm)
  file(SHA256 ${model} sum)
  newsgraph_sbom_package(english-model "newsgraph English language model" ${PROJECT_VERSION} CC-BY-SA-4.0 NOASSERTION
    ",\n    \"checksums\": [{\"algorithm\": \"SHA256\", \"checksumValue\": \"${sum}\"}]")
  newsgraph_sbom_relation(newsgraph CONTAINS english-model)

  set(table ${PROJECT_SOURCE_DIR}/packaging/dependencies.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table} ${model})
  file(READ ${table} dependencies)
  string(JSON count LENGTH "${dependencies}")
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    foreach(field name version_from licence homepage link)
      string(JSON ${field} GET "${dependencies}" ${i} ${field})
    endforeach()
    string(JSON needs ERROR_VARIABLE absent GET "${dependencies}" ${i} needs)
    if(needs AND NOT ${needs})
      continue()
    endif()
    string(JSON version GET "${dependencies}" ${i} version)
    if(NOT version_from STREQUAL npm)
      newsgraph_version_of(${version_from} version)
    endif()
    string(REGEX REPLACE "[^A-Za-z0-9.-]+" "-" id "${name}")
    newsgraph_sbom_package(${id} "${name}" "${version}" "${licence}" "${homepage}" "")
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
