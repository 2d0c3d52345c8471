// Weights that were learned elsewhere, as the files in data/models hold them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "support/linear_weights.h"

namespace newsgraph {

struct WeightsFile {
  nlohmann::json json;
  LinearWeights weights;
};

// What such a file is called in its "format" and in messages, where it comes from, what makes it.
struct WeightsOrigin {
  std::string_view format;
  std::string name;
  std::string maker;
};

// Throws Error where the text is no such file, or of another format or version.
WeightsFile read_weights(std::string_view text, const WeightsOrigin& origin);

// A number of the file, not so large that sums of them would be none. Throws Error.
double number_in(const nlohmann::json& json, const char* key, const WeightsOrigin& origin);

}  // namespace newsgraph
