// Prints what is read of pages, one JSON object a page: its path, the fields and the text. With --times N
// each is read N times, for measuring. main_text.py scores it.
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "documents/reader.h"

int main(int argc, char** argv) {
  using namespace newsgraph;
  std::vector<std::string> pages(argv + 1, argv + argc);
  int times = 1;
  if (pages.size() > 1 && pages[0] == "--times") {
    times = std::atoi(pages[1].c_str());
    pages.erase(pages.begin(), pages.begin() + 2);
  }
  ReadOptions options;
  options.from = "html";
  for (int i = 0; i < times; ++i) {
    for (const std::string& path : pages) {
      ReadHandlers handlers;
      handlers.on_relation = [](const RelationRow&) {};
      handlers.on_document = [&](Document&& document) {
        if (i > 0) return;
        const nlohmann::ordered_json line = {{"page", path},
                                             {"title", document.title},
                                             {"date", document.date},
                                             {"url", document.url},
                                             {"author", document.author},
                                             {"text", document.text.substr(document.body)}};
        std::cout << line.dump() << '\n';
      };
      for (const SkippedInput& skipped : read_inputs({path}, options, handlers).skipped) {
        if (i == 0) std::cerr << skipped.where << ": " << skipped.reason << '\n';
      }
    }
  }
}
