// The module newsgraph._native: what python/newsgraph is made on. Its functions are the package's own affair.
#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "cli/entry.h"
#include "formats/registry.h"
#include "python/bindings.h"
#include "python/interruptible.h"
#include "python/reading.h"
#include "support/error.h"

namespace newsgraph::python {
namespace {

// Python's classes for Error and UsageError, for as long as Python lives.
PyObject* error_class = nullptr;
PyObject* usage_class = nullptr;

void raise(PyObject* type, const Error& error) {
  const nb::object arguments =
      nb::make_tuple(str_of(error.what()), str_of(error.where()), str_of(error.remedy()));
  PyErr_SetObject(type, arguments.ptr());
}

void translate(const std::exception_ptr& thrown, void*) {
  try {
    std::rethrow_exception(thrown);
  } catch (const UsageError& error) {
    raise(usage_class, error);
  } catch (const Error& error) {
    raise(error_class, error);
  }
}

int run(const std::vector<std::string>& arguments) {
  std::vector<const char*> argv{"newsgraph"};
  for (const std::string& argument : arguments) argv.push_back(argument.c_str());
  const nb::gil_scoped_release released;
  return cli::run_program(static_cast<int>(argv.size()), argv.data());
}

// Ends the process as it would have ended, but without taking apart what a thread still works with.
void leave([[maybe_unused]] int code, void*) {
  std::fflush(nullptr);
  std::_Exit(code);
}

// When Python ends: a thread in the middle of a long article is not waited for, nor does it run on while what
// it reads with is destroyed.
void end_threads() {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
  const bool closed = WorkerPool::close_all(until);
  if (Leftover::wait(until) && closed) return;
#ifdef __GLIBC__
  on_exit(leave, nullptr);
#endif
}

nb::list all_formats() {
  nb::list list;
  for (const Format& format : formats()) {
    nb::dict row;
    row["name"] = str_of(format.name);
    nb::list extensions;
    for (const std::string_view extension : format.extensions) extensions.append(str_of(extension));
    row["extensions"] = extensions;
    row["description"] = str_of(format.description);
    row["reads"] = format.read != nullptr;
    row["available"] = format.unavailable.empty();
    list.append(row);
  }
  return list;
}

}  // namespace

std::string utf8_of(nb::handle text, const char* what) {
  if (text.is_none()) return {};
  if (PyUnicode_Check(text.ptr())) {
    Py_ssize_t size = 0;
    if (const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size))
      return {bytes, static_cast<std::size_t>(size)};
    PyErr_Clear();
    const nb::object passed = nb::steal(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
    if (!passed.is_valid()) throw nb::python_error();
    return utf8_of(passed, what);
  }
  if (PyBytes_Check(text.ptr())) {
    const nb::bytes bytes = nb::borrow<nb::bytes>(text);
    return {static_cast<const char*>(bytes.data()), bytes.size()};
  }
  throw nb::type_error((std::string(what) + " is no str").c_str());
}

nb::str str_of(std::string_view text) {
  return nb::steal<nb::str>(
      PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

nb::object str_or_none(std::string_view text) {
  if (text.empty()) return nb::none();
  return str_of(text);
}

nb::list list_of(const std::vector<std::string>& texts) {
  nb::list list;
  for (const std::string& text : texts) list.append(str_of(text));
  return list;
}

ReadOptions read_options(const std::string& from, const nb::dict& columns, std::size_t largest) {
  ReadOptions options;
  options.from = from;
  options.limits.document_bytes = largest;
  for (const auto& [field, name] : columns)
    options.columns[utf8_of(field, "a field")] = utf8_of(name, "a column");
  return options;
}

nb::dict dict_of(const ReadReport& report) {
  nb::dict dict;
  dict["inputs"] = report.inputs;
  dict["documents"] = report.documents;
  dict["duplicates"] = report.duplicates;
  dict["outdated"] = report.outdated;
  dict["rows"] = report.relation_rows;
  dict["repaired"] = report.repaired;
  dict["unread_dates"] = report.unread_dates;
  dict["warnings"] = list_of(report.warnings);
  nb::list skipped;
  for (const SkippedInput& input : report.skipped)
    skipped.append(nb::make_tuple(str_of(input.where), str_of(input.reason), input.more));
  dict["skipped"] = skipped;
  return dict;
}

void bind_errors(nb::module_& module) {
  module.def("set_errors", [](nb::handle error, nb::handle usage) {
    error_class = error.inc_ref().ptr();
    usage_class = usage.inc_ref().ptr();
  });
  nb::register_exception_translator(translate);
}

}  // namespace newsgraph::python

NB_MODULE(_native, module) {
  using namespace newsgraph::python;
  module.attr("version") = NEWSGRAPH_VERSION;
  module.def("run", &run);
  module.def("formats", &all_formats);
  module.def("end_threads", &end_threads, nb::call_guard<nb::gil_scoped_release>());
  bind_errors(module);
  bind_tables(module);
  bind_claims(module);
  bind_decisions(module);
  bind_reading(module);
  bind_graph(module);
}
