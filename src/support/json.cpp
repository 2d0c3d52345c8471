#include "support/json.h"

#include <algorithm>
#include <utility>

#include "support/error.h"

namespace newsgraph {
namespace {

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while …" without the part
// that is about the library.
std::string reason_of(const nlohmann::json::parse_error& failure) {
  const std::string text = failure.what();
  const auto place = text.find("parse error at ");
  const auto colon = text.find(": ", place == std::string::npos ? 0 : place);
  return colon == std::string::npos ? text : text.substr(colon + 2);
}

template <typename Json>
Json parse(std::string_view text, const std::string& name, const Limits& limits) {
  if (json_deeper_than(text, limits.json_depth)) {
    throw Error("JSON nested deeper than " + std::to_string(limits.json_depth) + " levels", name);
  }
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::parse_error& failure) {
    const TextPosition at = position_of(text, failure.byte > 0 ? failure.byte - 1 : 0);
    throw Error("no valid JSON: " + reason_of(failure),
                name + ":" + std::to_string(at.line) + ":" + std::to_string(at.column));
  } catch (const nlohmann::json::out_of_range&) {
    throw Error("a number is too large", name);
  }
}

}  // namespace

TextPosition position_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const auto newline = before.rfind('\n');
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          newline == std::string_view::npos ? before.size() + 1 : before.size() - newline};
}

bool json_deeper_than(std::string_view text, std::size_t depth) {
  std::size_t open = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == '{')) {
      if (++open > depth) return true;
    } else if (!quoted && (c == ']' || c == '}') && open > 0) {
      --open;
    }
  }
  return false;
}

nlohmann::json parse_json(std::string_view text, const std::string& name, const Limits& limits) {
  return parse<nlohmann::json>(text, name, limits);
}

nlohmann::ordered_json parse_ordered_json(std::string_view text, const std::string& name,
                                          const Limits& limits) {
  return parse<nlohmann::ordered_json>(text, name, limits);
}

}  // namespace newsgraph
