// "Did you mean": the known word that is nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::cli {

// A sentence that names the nearest of `known`, or `otherwise` where none is near.
std::string suggestion(std::string_view word, const std::vector<std::string>& known,
                       const std::string& otherwise);

}  // namespace newsgraph::cli
