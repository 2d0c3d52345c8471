# Finds Python and nanobind, with which the Python module is made.
find_package(Python 3.9 REQUIRED COMPONENTS Interpreter Development.Module OPTIONAL_COMPONENTS Development.SABIModule)
if(NOT nanobind_ROOT)
  execute_process(COMMAND ${Python_EXECUTABLE} -m nanobind --cmake_dir
    OUTPUT_STRIP_TRAILING_WHITESPACE OUTPUT_VARIABLE nanobind_ROOT RESULT_VARIABLE code ERROR_QUIET)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "NEWSGRAPH_PYTHON needs nanobind: ${Python_EXECUTABLE} -m pip install nanobind")
  endif()
endif()
find_package(nanobind CONFIG REQUIRED)
