#include "cli/handwork.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "cli/counted.h"
#include "formats/registry.h"
#include "pipeline/pipeline_claims.h"
#include "support/error.h"
#include "support/input_file.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::json;

Json parsed(std::string_view text) {
  return Json::parse(text, nullptr, false);
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The first line that says something.
std::string_view first_line(std::string_view start) {
  const std::size_t begin = std::min(start.find_first_not_of(" \t\r\n"), start.size());
  return start.substr(begin, start.find('\n', begin) - begin);
}

// Up to a line that is none.
std::uint64_t count_decisions(Input& input) {
  std::uint64_t count = 0;
  Input::Line line;
  while (input.read_line(line, Limits().document_bytes)) {
    if (is_blank(line.text)) continue;
    const Json json = parsed(line.text);
    if (!json.is_object() || !json.contains("decision")) break;
    ++count;
  }
  return count;
}

// Whether there is a list under the key, one of whose objects has the `inner` key where that is asked for.
bool has_list(const Json& json, const char* key, const char* inner = nullptr) {
  if (!json.is_object() || !json.contains(key) || !json[key].is_array()) return false;
  return inner == nullptr || std::any_of(json[key].begin(), json[key].end(), [inner](const Json& each) {
           return each.is_object() && each.contains(inner);
         });
}

// A schema and a file of entities are one object each.
std::string_view knowledge_in(const Json& json) {
  if (has_list(json, "relations", "triggers")) return "a relation schema";
  if (has_list(json, "entities", "name") || has_list(json, "never_merge") || has_list(json, "ignore"))
    return "entities";
  return {};
}

bool may_hold_claims(const std::string& path) {
  const Format* format = format_of_file(path);
  return format == nullptr || format->name == "csv" || format->name == "json";
}

}  // namespace

std::optional<Handwork> handwork_in(const std::string& path) try {
  constexpr std::size_t kLargest = std::size_t{4} << 20;  // of knowledge: forty times the built-in schema
  constexpr const char* kOtherName = "Choose another name for the output.";
  const std::unique_ptr<Input> input = open_input(path);
  const std::string_view start = input->peek(kLargest + 1);
  const Json first = parsed(first_line(start));
  if (first.is_object() && first.contains("decision"))
    return Handwork{counted(count_decisions(*input), "decision"), kOtherName};
  if (has_list(first, "claims") && first.contains("id")) return Handwork{"a gold standard", kOtherName};
  if (start.size() <= kLargest) {
    const std::string_view knowledge = knowledge_in(parsed(start));
    if (!knowledge.empty()) return Handwork{std::string(knowledge), kOtherName};
  }
  const std::uint64_t verdicts = may_hold_claims(path) ? count_verdicts(*input) : 0;
  if (verdicts == 0) return std::nullopt;
  return Handwork{counted(verdicts, "verdict"),
                  "Write to another file. \"newsgraph decide\" makes decisions of verdicts, which last."};
} catch (const Error&) {
  return std::nullopt;
}

}  // namespace newsgraph::cli
