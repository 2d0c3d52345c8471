// How time and memory grow with the number of edges: graph_memory [EDGES...]
//
// For each number the graph is built in a process of its own (fork), so that one does not hide behind
// the freed memory of another.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "exporters/format.h"
#include "graph/view.h"
#include "synthetic_graph.h"

namespace newsgraph {
namespace {

class Nowhere final : public Sink {
 private:
  void put(std::string_view) override {}
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double resident_bytes() {
  long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*s %ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

void measure(std::size_t edges) {
  const double before = resident_bytes();
  auto start = std::chrono::steady_clock::now();
  const Graph graph = bench::synthetic_graph(edges);
  const double build = seconds_since(start);
  const double held = resident_bytes() - before;
  start = std::chrono::steady_clock::now();
  Nowhere sink;
  Losses losses;
  write_part(*find_format("graphml"), find_format("graphml")->parts.front(), graph, sink, {}, losses);
  const double write = seconds_since(start);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double text = static_cast<double>(data(graph).strings->text_bytes());
  const auto count = static_cast<double>(boost::num_edges(graph));
  std::printf("%10zu %9.2f %9.2f %12.0f %12.0f %10.2f\n", boost::num_edges(graph), build, write, (held - text) / count,
              text / count, static_cast<double>(usage.ru_maxrss) / (1 << 20));
}

}  // namespace
}  // namespace newsgraph

int main(int argc, char** argv) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::strtoull(argv[i], nullptr, 10));
  if (sizes.empty()) sizes = {10'000, 100'000, 1'000'000};
  std::printf("     edges  build, s  write, s  bytes/edge    text/edge  peak, GiB\n");
  std::fflush(stdout);
  for (const std::size_t size : sizes) {
    if (const pid_t child = fork(); child == 0) {
      newsgraph::measure(size);
      std::fflush(stdout);
      _exit(0);
    } else if (child > 0) {
      waitpid(child, nullptr, 0);
    }
  }
}
