// Prints a graph file of any format that we read as node-link JSON: read_graph FILE
#include <fstream>
#include <iostream>
#include <iterator>

#include "formats/written.h"
#include "support/error.h"

int main(int argc, char** argv) {
  using namespace newsgraph;
  if (argc != 2) {
    std::cerr << "usage: read_graph FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const Format* format = recognize_format(std::string_view(bytes).substr(0, 65536));
  if (format == nullptr) {
    std::cerr << argv[1] << ": no graph\n";
    return 1;
  }
  try {
    std::cout << test::written("json", format->read(bytes, argv[1], 1));
  } catch (const Error& error) {
    std::cerr << error.message() << '\n';
    return 1;
  }
}
