// How fast text is split and scanned: repeats a file to some ten megabytes, splits them, looks for
// triggers and names in every sentence, and prints the best of three runs in processor
// time.
//
//   split_speed TEXT
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "language/scan/scan.h"
#include "language/split/split.h"

namespace {

using namespace newsgraph;

constexpr std::size_t kBytes = 16'000'000;

const std::vector<std::string> kTriggers = {
    "own*",     "acqui*",   "bought",    "buy*",      "stake*",      "subsidiar*", "parent",     "unit",
    "ban*",     "bar",      "barred",    "block*",    "outlaw*",     "prohibit*",  "forb*",      "suspend*",
    "denounc*", "condemn*", "critici*",  "accus*",    "blam*",       "slam*",      "blast*",     "rebuk*",
    "protest*", "deplor*",  "lash* out", "took over", "crack* down", "embargo*",   "blacklist*", "decr*"};

struct Count {
  std::size_t sentences = 0;
  std::size_t tokens = 0;
  std::size_t triggers = 0;
  std::size_t names = 0;
};

Count run(const std::string& text, const TriggerScanner& scanner) {
  Count count;
  for (const Sentence& sentence : split(text)) {
    ++count.sentences;
    count.tokens += sentence.tokens.size();
    count.triggers += scanner.matches(sentence) ? 1 : 0;
    count.names += may_hold_name(sentence) ? 1 : 0;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  std::ifstream file(argc == 2 ? argv[1] : "", std::ios::binary);
  const std::string unit{std::istreambuf_iterator<char>(file), {}};
  if (unit.empty()) {
    std::cerr << "usage: split_speed TEXT\n";
    return 2;
  }
  std::string text;
  while (text.size() < kBytes) text += unit;
  const TriggerScanner scanner(kTriggers);
  double best = 0;
  Count count;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t start = std::clock();
    count = run(text, scanner);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(text.size()) / 1e6 / seconds);
  }
  std::cout << static_cast<int>(best) << " MB/s (" << count.triggers << " of " << count.sentences
            << " sentences with a trigger, " << count.names << " with a name, " << count.tokens
            << " tokens)\n";
  return 0;
}
