#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "graph/explain.h"
#include "graph/measure.h"
#include "graph/statistics.h"
#include "graph/view.h"
#include "python/bindings.h"
#include "python/graph_handle.h"
#include "support/error.h"

namespace newsgraph::python {
namespace {

using SharedGraph = std::shared_ptr<GraphHandle>;

// Runs `work` on the graph without the GIL; Ctrl-C comes out at once, the work ends by itself.
template <typename Work>
void interruptibly(const SharedGraph& graph, const Work& work) {
  const nb::gil_scoped_release released;
  run_interruptibly([graph, work] { work(*graph); }, std::make_shared<std::atomic<bool>>(false));
}

template <typename Choice>
Choice choice(const std::string& name, const char* what,
              std::initializer_list<std::pair<const char*, Choice>> choices) {
  std::string known;
  for (const auto& [text, value] : choices) {
    if (name == text) return value;
    known += (known.empty() ? "" : ", ") + std::string(text);
  }
  throw UsageError("\"" + name + "\" is no " + what, "", "It is one of " + known + ".");
}

BuildOptions build_options(const std::string& edges, const std::string& rollup, bool links, bool unnamed) {
  BuildOptions options;
  options.edges = choice<EdgeMode>(edges, "kind of edges",
                                   {{"merged", EdgeMode::merged}, {"statements", EdgeMode::statements}});
  options.rollup = choice<Rollup>(
      rollup, "roll-up",
      {{"none", Rollup::none}, {"organization", Rollup::organization}, {"state", Rollup::state}});
  options.links = links;
  options.unnamed = unnamed;
  return options;
}

void take_strings(const nb::dict& options, const char* name, std::vector<std::string>& out) {
  if (options.contains(name)) out = nb::cast<std::vector<std::string>>(options[name]);
}

Filter filter_of(const nb::dict& options) {
  Filter filter;
  take_strings(options, "relations", filter.relations);
  take_strings(options, "statuses", filter.statuses);
  take_strings(options, "types", filter.types);
  take_strings(options, "entities", filter.entities);
  if (options.contains("hops")) filter.hops = nb::cast<unsigned>(options["hops"]);
  if (options.contains("since")) filter.since = utf8_of(options["since"], "since");
  if (options.contains("until")) filter.until = utf8_of(options["until"], "until");
  if (options.contains("min_confidence")) filter.min_confidence = nb::cast<double>(options["min_confidence"]);
  if (options.contains("min_statements"))
    filter.min_statements = nb::cast<std::uint32_t>(options["min_statements"]);
  if (options.contains("top")) filter.top = nb::cast<std::uint32_t>(options["top"]);
  return filter;
}

nb::dict dict_of_key(const EdgeKey& key) {
  nb::dict dict;
  dict["subject"] = str_of(key.subject_name);
  dict["subject_id"] = str_of(key.subject);
  dict["relation"] = str_of(key.relation);
  dict["object"] = str_of(key.object_name);
  dict["object_id"] = str_of(key.object);
  dict["status"] = str_of(key.status);
  return dict;
}

nb::dict dict_of_node(const EdgeKey& key) {
  nb::dict dict;
  dict["id"] = str_of(key.subject);
  dict["name"] = str_of(key.subject_name);
  return dict;
}

nb::dict dict_of_claim(const ClaimChange& change) {
  nb::dict dict = dict_of_key(change.edge);
  dict["document"] = str_of(change.document);
  dict["text"] = str_of(change.text);
  return dict;
}

nb::dict dict_of_change(const EdgeChange& change) {
  nb::dict dict;
  dict["before"] = dict_of_key(change.before);
  dict["after"] = dict_of_key(change.after);
  dict["fields"] = list_of(change.fields);
  dict["old_weight"] = change.old_weight;
  dict["new_weight"] = change.new_weight;
  return dict;
}

template <typename Item, typename Convert>
nb::list list_with(const std::vector<Item>& items, const Convert& convert) {
  nb::list list;
  for (const Item& item : items) list.append(convert(item));
  return list;
}

nb::dict difference(const GraphBox& newer, const GraphBox& older) {
  Difference found;
  {
    const nb::gil_scoped_release released;
    found = newer.graph->difference_from(*older.graph);
  }
  nb::dict dict;
  dict["nodes_gained"] = list_with(found.nodes_gained, dict_of_node);
  dict["nodes_lost"] = list_with(found.nodes_lost, dict_of_node);
  dict["edges_gained"] = list_with(found.edges_gained, dict_of_key);
  dict["edges_lost"] = list_with(found.edges_lost, dict_of_key);
  dict["edges_changed"] = list_with(found.edges_changed, dict_of_change);
  dict["claims_gained"] = list_with(found.claims_gained, dict_of_claim);
  dict["claims_lost"] = list_with(found.claims_lost, dict_of_claim);
  return dict;
}

nb::dict add_inputs(const GraphBox& box, const std::vector<std::string>& inputs, const std::string& from,
                    const nb::dict& columns, std::size_t largest, unsigned jobs) {
  ReadOptions options = read_options(from, columns, largest);
  options.sort_inputs = true;
  const auto report = std::make_shared<ReadReport>();
  const SharedGraph graph = box.graph;
  const Cancelled cancelled = std::make_shared<std::atomic<bool>>(false);
  {
    const nb::gil_scoped_release released;
    run_interruptibly([=] { *report = graph->add_inputs(inputs, options, jobs, cancelled); }, cancelled);
  }
  return dict_of(*report);
}

// Ids of the edges that match.
nb::list explain(const GraphBox& box, const std::string& subject, const std::string& relation,
                 const std::string& object) {
  const std::shared_ptr<const Graph> whole = box.graph->graph();
  nb::list ids;
  for (const EdgeDescriptor edge : find_edges(*whole, {subject, relation, object}))
    ids.append(str_of(EdgeView(*whole, edge).id()));
  return ids;
}

nb::tuple size(const GraphBox& box) {
  std::shared_ptr<const Graph> whole;
  // Those of its edges: a filtered graph shares the list of the graph that it comes from.
  std::size_t statements = 0;
  {
    const nb::gil_scoped_release released;
    whole = box.graph->graph();
    for (const EdgeView edge : edge_views(*whole)) statements += edge.statement_count();
  }
  return nb::make_tuple(boost::num_vertices(*whole), boost::num_edges(*whole), statements);
}

template <Table (*table)(std::shared_ptr<const Graph>)>
Table table_of(const GraphBox& box) {
  return table(box.graph->graph());
}

// How graphs are made, of claims, of inputs and of other graphs.
void bind_making(nb::class_<GraphBox>& graph) {
  graph
      .def("__init__",
           [](GraphBox* self, const ToolsBox& box, const std::string& edges, const std::string& rollup,
              bool links, bool unnamed) {
             new (self) GraphBox{
                 std::make_shared<GraphHandle>(box.tools, build_options(edges, rollup, links, unnamed))};
           })
      .def("add_claims",
           [](const GraphBox& box, const Claims& claims) {
             const nb::gil_scoped_release released;
             box.graph->add(*claims.block);
           })
      .def("add_inputs", &add_inputs)
      .def("add_graph",
           [](const GraphBox& box, const GraphBox& other) {
             const nb::gil_scoped_release released;
             box.graph->add(*other.graph);
           })
      .def("filtered",
           [](const GraphBox& box, const nb::dict& options) {
             const Filter filter = filter_of(options);
             const auto result = std::make_shared<SharedGraph>();
             interruptibly(box.graph, [result, filter](GraphHandle& own) { *result = own.filtered(filter); });
             return GraphBox{*result};
           })
      .def("rebuilt",
           [](const GraphBox& box, const std::string& edges, const std::string& rollup, bool links,
              bool unnamed) {
             const BuildOptions options = build_options(edges, rollup, links, unnamed);
             const nb::gil_scoped_release released;
             return GraphBox{box.graph->rebuilt(options)};
           })
      .def("copied",
           [](const GraphBox& box) {
             const nb::gil_scoped_release released;
             return GraphBox{box.graph->copied()};
           })
      .def("decided", [](const GraphBox& box, const ToolsBox& tools) {
        const nb::gil_scoped_release released;
        return GraphBox{box.graph->decided(tools.tools)};
      });
}

// What is measured, written and asked of a graph.
void bind_asking(nb::class_<GraphBox>& graph) {
  graph
      .def("measure",
           [](const GraphBox& box, const std::string& name) {
             interruptibly(box.graph, [name](GraphHandle& own) { own.measure(name); });
           })
      .def("layout",
           [](const GraphBox& box) { interruptibly(box.graph, [](GraphHandle& own) { own.layout(); }); })
      .def("text",
           [](const GraphBox& box, const std::string& format, const std::string& flavor) {
             std::string text;
             {
               const nb::gil_scoped_release released;
               text = box.graph->text(format, flavor);
             }
             return nb::bytes(text.data(), text.size());
           })
      .def("write",
           [](const GraphBox& box, const std::string& path, const std::string& format,
              const std::string& flavor, unsigned jobs) {
             const nb::gil_scoped_release released;
             box.graph->write(path, format, flavor, jobs);
           })
      .def("size", &size)
      .def("explain", &explain)
      .def("difference_from", &difference)
      .def("nodes", &table_of<node_table>)
      .def("edges", &table_of<edge_table>)
      .def("statements", &table_of<statement_table>);
}

}  // namespace

void bind_graph(nb::module_& module) {
  nb::class_<GraphBox> graph(module, "Graph");
  bind_making(graph);
  bind_asking(graph);
  nb::list measures;
  for (const std::string_view name : measure_names()) measures.append(str_of(name));
  module.attr("measures") = measures;
}

}  // namespace newsgraph::python
