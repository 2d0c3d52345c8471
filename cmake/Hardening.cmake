# What makes a build the same everywhere and hard to exploit: docs/dependencies.md and docs/security.md name
# these flags. Distributions' own flags (CXXFLAGS, LDFLAGS) come in addition.
include(CheckCXXCompilerFlag)
include(CheckPIESupported)

option(NEWSGRAPH_HARDENING "Stack protection, checked library calls, read-only relocations" ON)

# Code that may go into the shared library and into a program that is loaded at a random address.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
check_pie_supported(LANGUAGES CXX)
# A library exports what its public header declares, nothing else.
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

# No path of this machine in what is built, not even in debug information.
add_compile_options(
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -ffile-prefix-map=${PROJECT_BINARY_DIR}=build)
# Archives without times and owners.
foreach(language C CXX ASM)
  set(CMAKE_${language}_ARCHIVE_CREATE "<CMAKE_AR> qcD <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_${language}_ARCHIVE_APPEND "<CMAKE_AR> qD <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_${language}_ARCHIVE_FINISH "<CMAKE_RANLIB> -D <TARGET>")
endforeach()

if(NEWSGRAPH_HARDENING AND NOT NEWSGRAPH_SANITIZE)
  foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "newsgraph_takes_${flag}" takes)
    check_cxx_compiler_flag(${flag} ${takes})
    if(${takes})
      add_compile_options($<$<COMPILE_LANGUAGE:C,CXX>:${flag}>)
    endif()
  endforeach()
  # Checked library calls need optimisation; some distributions define a level already.
  add_compile_options(
    "$<$<AND:$<COMPILE_LANGUAGE:C,CXX>,$<NOT:$<CONFIG:Debug>>>:SHELL:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>")
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
endif()
