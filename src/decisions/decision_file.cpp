#include "decisions/decision_file.h"

#include "decisions/decision_json.h"
#include "support/error.h"
#include "support/input_file.h"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;
constexpr std::size_t kMostDecisions = std::size_t{1} << 22;

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

std::vector<Decision> read_decisions(Input& input) {
  std::vector<Decision> decisions;
  Input::Line line;
  for (std::size_t number = 1; input.read_line(line, kLongestLine); ++number) {
    const std::string where = input.name() + ":" + std::to_string(number);
    if (line.overlong) throw Error("the line is longer than " + format_size(kLongestLine), where);
    if (blank(line.text)) continue;
    if (decisions.size() == kMostDecisions)
      throw Error("has more than " + std::to_string(kMostDecisions) + " decisions", where);
    decisions.push_back(decision_from_json(line.text, where));
  }
  return decisions;
}

std::vector<Decision> load_decisions(const std::string& path) {
  return read_decisions(*open_input(path));
}

}  // namespace newsgraph
