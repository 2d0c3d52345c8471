# `cpack` makes newsgraph_VERSION_ARCHITECTURE.deb; `cmake --install` puts the same files in place.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME newsgraph)
set(CPACK_PACKAGE_VENDOR "the newsgraph project")
set(CPACK_PACKAGE_CONTACT "the maintainers of newsgraph <maintainers@newsgraph.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/triggers)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION
  "newsgraph reads news (text, HTML, JSON, tables), finds who owns, bans and
denounces whom, and writes the graph of it as GraphML, GEXF, JSON, DOT, Cypher,
CSV, RDF or a picture, every edge with the sentences that say so. It works
offline; the language model is part of the program.")
include(CPack)
