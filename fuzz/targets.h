// What is fuzzed: every reader, and the way from a text to every writer. The same functions run under
// libFuzzer (libfuzzer.cpp) and, over the kept corpus, as ordinary tests (replay.cpp).
#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace newsgraph::fuzz {

struct Target {
  std::string_view name;  // also the folder of its inputs in fuzz/corpus
  std::function<void(std::string_view bytes)> run;
};

// One for each row of the readers' registry, and one for each other kind of file or way through the program.
std::span<const Target> targets();
// Null where there is none.
const Target* find_target(std::string_view name);

// Runs it; false where it ended with an Error, which is an answer like any other. Another exception, or
// require(), ends the program.
bool run(const Target& target, std::string_view bytes);

// Ends the program with `what` where a promise does not hold.
void require(bool holds, const char* what);

}  // namespace newsgraph::fuzz
