#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <utility>

#include "decisions/decision_file.h"
#include "decisions/decision_json.h"
#include "decisions/decision_log.h"
#include "decisions/decisions.h"
#include "decisions/reviewed_claims.h"
#include "python/bindings.h"

namespace newsgraph::python {
namespace {

nb::list lines_of(const std::vector<Decision>& decisions) {
  nb::list lines;
  for (const Decision& decision : decisions) lines.append(str_of(decision_to_json(decision)));
  return lines;
}

// What a review has done, as lines of a file of decisions, and how many claims it added, or changed in what
// no decision holds.
nb::tuple review(const Claims& before, const Claims& after, const std::string& by) {
  ReviewedClaims reviewed;
  {
    const nb::gil_scoped_release released;
    reviewed = reviewed_claims(before.block->claims, after.block->claims, by);
  }
  return nb::make_tuple(lines_of(reviewed.decisions), reviewed.added, reviewed.beside);
}

// Nothing is written where one of them is no decision, and none twice.
void append_decisions(const std::string& path, const std::vector<std::string>& lines) {
  std::vector<Decision> decisions;
  for (std::size_t i = 0; i < lines.size(); ++i)
    decisions.push_back(decision_from_json(lines[i], "decision:" + std::to_string(i + 1)));
  DecisionLog log(path);
  const Decisions before(load_decisions(path));
  for (const Decision& decision : without_decided(std::move(decisions), before)) log.append(decision);
}

nb::list unused_decisions(const ToolsBox& box) {
  std::vector<Decision> unused;
  for (const Decision* decision : box.tools->decisions().unused()) unused.push_back(*decision);
  return lines_of(unused);
}

}  // namespace

void bind_decisions(nb::module_& module) {
  module.def("review", &review);
  module.def("read_decisions", [](const std::string& path) { return lines_of(load_decisions(path)); });
  module.def("append_decisions", &append_decisions);
  module.def("unused_decisions", &unused_decisions);
  module.def("decide", [](const Claims& claims, const ToolsBox& box) {
    const nb::gil_scoped_release released;
    return Claims{decided(*claims.block, box.tools)};
  });
}

}  // namespace newsgraph::python
