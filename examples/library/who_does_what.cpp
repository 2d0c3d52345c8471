// Prints who does what to whom in the files that it is given, and writes the graph of them all:
//   who_does_what graph.graphml article.txt...
#include <newsgraph/newsgraph.h>
#include <fstream>
#include <iostream>
#include <iterator>

namespace ng = newsgraph::api;

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw ng::Error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

void print_claims(ng::Reader& reader, const ng::Article& article) {
  for (const ng::Claim& claim : reader.read(article))
    std::cout << claim.subject.name << " -[" << claim.relation << "]-> " << claim.object.name << ": "
              << claim.sentence << '\n';
}

void run(const std::string& output, char** first, char** last) {
  ng::Reader reader;
  ng::Graph graph(reader);
  for (; first != last; ++first) {
    const ng::Article article{.text = read_file(*first), .id = *first};
    print_claims(reader, article);
    graph.add(article, [](const ng::Claim& claim) { return claim.confidence >= 0.5; });
  }
  graph.write(output);
  std::cout << output << ": " << graph.nodes().size() << " nodes, " << graph.edges().size() << " edges\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: who_does_what OUTPUT ARTICLE...\n";
    return 2;
  }
  try {
    run(argv[1], argv + 2, argv + argc);
    return 0;
  } catch (const ng::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
