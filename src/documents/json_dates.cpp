#include "documents/json_dates.h"

#include <algorithm>

#include "documents/fields.h"

namespace newsgraph {
namespace {

// The string that begins at `at` with a quote, without its quotes; `at` moves behind it. Escapes stay, for no
// date has any.
std::string_view take_string(std::string_view text, std::size_t& at) {
  const std::size_t start = ++at;
  while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
  const std::size_t end = std::min(at, text.size());
  at = std::min(at + 1, text.size());
  return text.substr(start, end - start);
}

bool is_date_key(std::string_view key, const std::string& mapped) {
  constexpr std::size_t kDate = 2;  // in article_fields()
  if (key.size() > 64) return false;
  const std::string name = normalize_name(key);
  const auto names = article_fields()[kDate].others;
  return (!mapped.empty() && name == mapped) || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void learn_json_dates(std::string_view start, const std::map<std::string, std::string>& mapping,
                      DateColumn& dates) {
  const auto own = mapping.find("date");
  const std::string mapped = own == mapping.end() ? "" : normalize_name(own->second);
  for (std::size_t at = start.find('"'); at < start.size(); at = start.find('"', at)) {
    const std::string_view key = take_string(start, at);
    const auto colon = start.find_first_not_of(" \t\r\n", at);
    if (colon == std::string_view::npos || start[colon] != ':') continue;
    const auto value = start.find_first_not_of(" \t\r\n", colon + 1);
    if (value == std::string_view::npos || start[value] != '"' || !is_date_key(key, mapped)) continue;
    at = value;
    dates.learn(take_string(start, at));
  }
}

}  // namespace newsgraph
