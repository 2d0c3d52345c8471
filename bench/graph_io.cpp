// Writing and reading graphs, beside Boost.Graph and nlohmann::json on the same graph.
//
// The first argument of a benchmark is the number of edges, the second the number of threads. "Time" is what
// passed on the clock, "CPU" what all threads worked: on a busy machine only the second can be compared.
#include <benchmark/benchmark.h>

#include <boost/graph/graphml.hpp>
#include <boost/property_map/dynamic_property_map.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "formats/registry.h"
#include "graph/view.h"
#include "support/output.h"
#include "synthetic_graph.h"

namespace newsgraph {
namespace {

constexpr std::int64_t kEdges = 1'000'000;
constexpr const char* kFile = "newsgraph_bench.out";

const Graph& graph_of(std::int64_t edges) {
  static std::map<std::int64_t, std::unique_ptr<Graph>> kGraphs;
  auto& graph = kGraphs[edges];
  if (!graph) graph.reset(new Graph(bench::synthetic_graph(static_cast<std::size_t>(edges))));
  return *graph;
}

// To a file without syncing it to the disk, which all peers do alike.
class FileSink final : public Sink {
 public:
  FileSink() : file_(kFile, std::ios::binary) {}
  ~FileSink() override { flush(); }

 private:
  void put(std::string_view block) override {
    file_.write(block.data(), static_cast<std::streamsize>(block.size()));
  }
  std::ofstream file_;
};

unsigned jobs_of(const benchmark::State& state) {
  return static_cast<unsigned>(state.range(1));
}

std::string written(const char* format, const Graph& graph) {
  StringSink sink;
  Losses losses;
  write_part(*find_format(format), find_format(format)->parts.front(), graph, sink, {}, losses);
  return sink.text();
}

void report_bytes(benchmark::State& state) {
  std::ifstream file(kFile, std::ios::binary | std::ios::ate);
  state.SetBytesProcessed(static_cast<std::int64_t>(file.tellg()) *
                          static_cast<std::int64_t>(state.iterations()));
}

void write_format(benchmark::State& state, const char* format) {
  const Graph& graph = graph_of(state.range(0));
  for (auto _ : state) {
    FileSink sink;
    Losses losses;
    write_part(*find_format(format), find_format(format)->parts.front(), graph, sink,
               {.flavor = {}, .jobs = jobs_of(state)}, losses);
  }
  report_bytes(state);
}

// The floor: the same bytes copied to a file.
void copy_bytes(benchmark::State& state, const char* format) {
  const std::string bytes = written(format, graph_of(state.range(0)));
  for (auto _ : state) {
    FileSink sink;
    sink.write(bytes);
  }
  report_bytes(state);
}

// The same fields as ours.
void boost_write_graphml(benchmark::State& state) {
  const Graph& graph = graph_of(state.range(0));
  boost::dynamic_properties properties;
  const auto of_node = [&](const char* name, auto get) {
    properties.property(name, boost::make_function_property_map<Vertex>(
                                  [&graph, get](Vertex v) { return get(NodeView(graph, v)); }));
  };
  const auto of_edge = [&](const char* name, auto get) {
    properties.property(name, boost::make_function_property_map<EdgeDescriptor>(
                                  [&graph, get](EdgeDescriptor e) { return get(EdgeView(graph, e)); }));
  };
  for (const char* name : {"label", "name", "labels"})
    of_node(name, [](const NodeView& n) { return std::string(n.name()); });
  of_node("entity_type", [](const NodeView& n) { return std::string(n.type()); });
  of_node("mentions", [](const NodeView& n) { return static_cast<int>(n.mentions()); });
  of_node("documents", [](const NodeView& n) { return static_cast<int>(n.documents()); });
  for (const char* name : {"elabel", "interaction"})
    of_edge(name, [](const EdgeView& e) { return std::string(e.relation()); });
  of_edge("edge_id", [](const EdgeView& e) { return e.id(); });
  of_edge("weight", [](const EdgeView& e) { return e.weight(); });
  of_edge("status", [](const EdgeView& e) { return std::string(e.status()); });
  of_edge("confidence", [](const EdgeView& e) { return static_cast<double>(e.confidence()); });
  of_edge("first_date", [](const EdgeView& e) { return std::string(e.first_date()); });
  of_edge("last_date", [](const EdgeView& e) { return std::string(e.last_date()); });
  of_edge("edocuments", [](const EdgeView& e) { return static_cast<int>(e.documents()); });
  of_edge("evidence", [](const EdgeView& e) { return std::string(e.evidence()); });
  for (auto _ : state) {
    std::ofstream file(kFile, std::ios::binary);
    boost::write_graphml(file, graph, properties, true);
  }
  report_bytes(state);
}

void nlohmann_dump(benchmark::State& state) {
  const nlohmann::json tree = nlohmann::json::parse(written("json", graph_of(state.range(0))));
  for (auto _ : state) {
    std::ofstream file(kFile, std::ios::binary);
    file << tree;
  }
  report_bytes(state);
}

void read_format(benchmark::State& state, const char* format) {
  const std::string bytes = written(format, graph_of(state.range(0)));
  for (auto _ : state) {
    const Graph graph = find_format(format)->read(bytes, "benchmark", jobs_of(state));
    benchmark::DoNotOptimize(boost::num_edges(graph));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) *
                          static_cast<std::int64_t>(state.iterations()));
}

void build_graph(benchmark::State& state) {
  for (auto _ : state) {
    const Graph graph = bench::synthetic_graph(static_cast<std::size_t>(state.range(0)));
    benchmark::DoNotOptimize(boost::num_edges(graph));
  }
  state.SetItemsProcessed(state.range(0) * static_cast<std::int64_t>(state.iterations()));
}

void one_thread(benchmark::internal::Benchmark* bench) {
  bench->Args({kEdges, 1})->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}
void one_and_two_threads(benchmark::internal::Benchmark* bench) {
  one_thread(bench);
  bench->Args({kEdges, 2});
}

BENCHMARK_CAPTURE(write_format, graphml, "graphml")->Apply(one_and_two_threads);
BENCHMARK_CAPTURE(copy_bytes, graphml, "graphml")->Apply(one_thread);
BENCHMARK(boost_write_graphml)->Apply(one_thread);
BENCHMARK_CAPTURE(write_format, json, "json")->Apply(one_and_two_threads);
BENCHMARK_CAPTURE(copy_bytes, json, "json")->Apply(one_thread);
BENCHMARK(nlohmann_dump)->Apply(one_thread);
BENCHMARK_CAPTURE(write_format, gexf, "gexf")->Apply(one_and_two_threads);
BENCHMARK_CAPTURE(read_format, graphml, "graphml")->Apply(one_and_two_threads);
BENCHMARK_CAPTURE(read_format, json, "json")->Apply(one_thread);
BENCHMARK(build_graph)->Apply(one_thread);

}  // namespace
}  // namespace newsgraph

BENCHMARK_MAIN();
