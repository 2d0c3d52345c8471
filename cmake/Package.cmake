# `cpack` makes three Debian packages, `cmake --install` puts the same files in place: the program with all that it needs,
# the C++ library, and what programs are built against it with.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME newsgraph)
set(CPACK_PACKAGE_VENDOR "the newsgraph project")
set(CPACK_PACKAGE_CONTACT "the maintainers of newsgraph <maintainers@newsgraph.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

# Debian names a library's package with the version of its interface, so that two of them can be installed.
set(library libnewsgraph${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME newsgraph)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library})
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libnewsgraph-dev)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/triggers)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library} (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS www-browser)

set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
  "newsgraph reads news (text, HTML, JSON, tables), finds who owns, bans and
denounces whom, and writes the graph of it as GraphML, GEXF, JSON, DOT, Cypher,
CSV, RDF, a picture or a page for the browser, every edge with the sentences
that say so. It works offline; the language model is part of the program.")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
  "The C++ library of newsgraph, which finds who owns, bans and denounces whom in
news and writes the graph of it. The language model is part of the library.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
  "The header of newsgraph's C++ library, and what CMake and pkg-config need to
find it.")
foreach(component LIBRARY DEVELOPMENT)
  string(TOLOWER ${component} name)
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${component}_PACKAGE_NAME} COMPONENT ${name})
endforeach()
include(CPack)
