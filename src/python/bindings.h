// What the parts of the Python module share.
#pragma once

#include <nanobind/nanobind.h>

#include <memory>
#include <string>
#include <vector>

#include "documents/reader.h"
#include "library/tools.h"
#include "python/arrow_table.h"
#include "python/claim_block.h"
#include "python/graph_handle.h"

namespace newsgraph::python {

namespace nb = nanobind;

// The claims of one or several articles, as Python's class Claims.
struct Claims {
  BlockPointer block;
};

// What readers and graphs share, and a graph. Python's objects hold them in boxes, so that a thread that lets
// go of one does not have to ask Python, which may be about to end.
struct ToolsBox {
  std::shared_ptr<const api::Tools> tools;
};
struct GraphBox {
  std::shared_ptr<GraphHandle> graph;
};

// A str, bytes or None as UTF-8; what is no Unicode (half a surrogate pair) is left to be repaired.
// Throws TypeError for anything else.
std::string utf8_of(nb::handle text, const char* what);
nb::str str_of(std::string_view text);
nb::object str_or_none(std::string_view text);
nb::list list_of(const std::vector<std::string>& texts);

void bind_tables(nb::module_& module);

ReadOptions read_options(const std::string& from, const nb::dict& columns, std::size_t largest);
nb::dict dict_of(const ReadReport& report);

void bind_errors(nb::module_& module);
void bind_claims(nb::module_& module);
void bind_decisions(nb::module_& module);
void bind_reading(nb::module_& module);
void bind_graph(nb::module_& module);

}  // namespace newsgraph::python
