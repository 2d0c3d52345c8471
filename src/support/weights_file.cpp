#include "support/weights_file.h"

#include <cmath>
#include <utility>

#include "support/error.h"
#include "support/json.h"

namespace newsgraph {
namespace {

// Far beyond what is learned (below ten), far below what adds up to infinity: infinity less infinity is no
// number, and neither would be the probability.
constexpr double kLargest = 1e6;

[[noreturn]] void fail(const std::string& what, const WeightsOrigin& origin) {
  throw Error(what, origin.name, "It is made by " + origin.maker + ".");
}

double checked_number(const nlohmann::json& value, const std::string& key, const WeightsOrigin& origin) {
  if (!value.is_number()) fail("\"" + key + "\" must be a number", origin);
  const double number = value.get<double>();
  if (!(std::abs(number) <= kLargest)) fail("\"" + key + "\" is too large a number", origin);
  return number;
}

bool is_of(const nlohmann::json& json, std::string_view format) {
  return json.is_object() && json.value("format", nlohmann::json()) == format &&
         json.value("version", nlohmann::json()) == 1;
}

}  // namespace

double number_in(const nlohmann::json& json, const char* key, const WeightsOrigin& origin) {
  if (!json.is_object() || !json.contains(key)) fail("\"" + std::string(key) + "\" is missing", origin);
  return checked_number(json.at(key), key, origin);
}

WeightsFile read_weights(std::string_view text, const WeightsOrigin& origin) {
  WeightsFile file{parse_json(text, origin.name), {}};
  if (!is_of(file.json, origin.format))
    fail("this is no \"" + std::string(origin.format) + "\" of version 1", origin);
  const auto given = file.json.find("weights");
  if (given == file.json.end() || !given->is_object()) fail("\"weights\" must be an object", origin);
  LinearWeights::Table table;
  for (const auto& [name, weight] : given->items()) table.emplace(name, checked_number(weight, name, origin));
  file.weights = LinearWeights(std::move(table));
  return file;
}

}  // namespace newsgraph
