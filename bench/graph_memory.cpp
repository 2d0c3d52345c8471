// How time and memory grow with the number of edges: graph_memory [EDGES...]
//
// For each number the graph is built in a process of its own (fork), so that one does not hide behind
// the freed memory of another.
#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "formats/registry.h"
#include "graph/view.h"
#include "synthetic_graph.h"

namespace newsgraph {
namespace {

class Nowhere final : public Sink {
 private:
  void put(std::string_view) override {}
};

// Of this process, so that a busy machine does not show.
double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// What is allocated and not freed (glibc); freed memory that the process keeps does not count.
double allocated_bytes() {
  const struct mallinfo2 info = mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

void measure(std::size_t edges) {
  const double before = allocated_bytes();
  double start = cpu_seconds();
  const Graph graph = bench::synthetic_graph(edges);
  const double build = cpu_seconds() - start;
  const double held = allocated_bytes() - before;
  start = cpu_seconds();
  Nowhere sink;
  Losses losses;
  write_part(*find_format("graphml"), find_format("graphml")->parts.front(), graph, sink, {}, losses);
  const double write = cpu_seconds() - start;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double text = static_cast<double>(data(graph).strings->text_bytes());
  const auto count = static_cast<double>(boost::num_edges(graph));
  std::printf("%10u %9.2f %9.2f %12.0f %12.0f %10.2f\n", boost::num_edges(graph), build, write,
              (held - text) / count, text / count, static_cast<double>(usage.ru_maxrss) / (1 << 20));
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
